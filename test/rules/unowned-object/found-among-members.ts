// The caller is looked for among the members that came with the row, by statements that build the query.
import { Controller, Delete, Module, Param, Patch, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { InjectRepository } from "@nestjs/typeorm";
import { createParamDecorator, ForbiddenException, NotFoundException } from "@nestjs/common";
import { Column, Entity, OneToMany, PrimaryGeneratedColumn, Repository } from "typeorm";

const UserId = createParamDecorator((_, context) => context.switchToHttp().getRequest().user.id);

@Entity()
class Member {
  @PrimaryGeneratedColumn() id: number;
  @Column() userId: number;
  @Column() role: string;
}

@Entity()
class Workspace {
  @PrimaryGeneratedColumn() id: number;
  @Column() name: string;
  @OneToMany(() => Member, "workspace") members: Member[];
}

const mayEdit = (workspace: Workspace, userId: number | undefined): boolean => {
  if (!userId) return false;
  const member = workspace.members.find((one) => one.userId === userId);
  return Boolean(member && ["owner", "editor"].includes(member.role));
};

@Controller("workspaces")
@UseGuards(AuthGuard("jwt"))
class Workspaces {
  constructor(@InjectRepository(Workspace) private workspaces: Repository<Workspace>) {}

  private async byId(id: string): Promise<Workspace> {
    const query = this.workspaces.createQueryBuilder("workspace");
    query.leftJoinAndSelect("workspace.members", "member").where("workspace.id = :id", { id });
    const workspace = await query.getOne();
    if (!workspace) throw new NotFoundException();
    return workspace;
  }

  @Patch(":id")
  async rename(@Param("id") id: string, @UserId() userId: number) { // silent: an editor of it
    const workspace = await this.byId(id);
    if (!mayEdit(workspace, userId)) throw new ForbiddenException();
    await this.workspaces.update(id, { name: "renamed" });
  }

  @Delete(":id")
  async remove(@Param("id") id: string) {
    await this.byId(id);
    await this.workspaces.delete(id); // expect: unowned-object
  }
}

@Module({ controllers: [Workspaces] })
class App {}

NestFactory.create(App);
