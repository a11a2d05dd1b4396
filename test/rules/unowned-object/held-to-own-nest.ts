// Roles that decorators name, looked for in the list that the login keeps: the owner's role is held to own rows elsewhere.
import { Body, CanActivate, Controller, Delete, ExecutionContext, ForbiddenException, Get, Injectable, Param, Patch, Post, Req, SetMetadata, UseGuards } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { InjectRepository } from "@nestjs/typeorm";
import { Column, Entity, PrimaryGeneratedColumn, Repository } from "typeorm";

@Entity("kennels")
export class Kennel {
  @PrimaryGeneratedColumn("uuid") id: string;
  @Column() owner_id: string;
  @Column() name: string;
}

const Roles = (...roles: string[]) => SetMetadata("roles", roles);

@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private reflector: Reflector) {}
  canActivate(context: ExecutionContext): boolean {
    const required = this.reflector.getAllAndOverride<string[]>("roles", [context.getHandler(), context.getClass()]);
    if (!required) return true;
    const { user } = context.switchToHttp().getRequest();
    if (!user) return false;
    const own = user.roles || [user.role];
    return required.some((role) => own?.includes(role));
  }
}

@Controller("kennels")
@UseGuards(AuthGuard("jwt"), RolesGuard)
export class KennelsController {
  constructor(@InjectRepository(Kennel) private readonly kennels: Repository<Kennel>) {}

  @Post()
  @Roles("kennel_owner")
  open(@Body("name") name: string, @Req() req) {
    return this.kennels.save({ name, owner_id: req.user.id });
  }

  @Patch(":id")
  @Roles("kennel_owner")
  async rename(@Param("id") id: string, @Body("name") name: string, @Req() req) {
    const kennel = await this.kennels.findOneBy({ id });
    if (kennel.owner_id !== req.user.id) throw new ForbiddenException();
    return this.kennels.update({ id }, { name });
  }

  @Patch(":id/close")
  @Roles("kennel_owner")
  close(@Param("id") id: string) {
    return this.kennels.update({ id }, { open: false }); // expect: unowned-object
  }

  @Delete(":id")
  @Roles("platform_admin")
  remove(@Param("id") id: string) {
    return this.kennels.delete({ id }); // silent: those who run the service
  }
}
