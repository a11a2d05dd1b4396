import { Body, Controller, Module, Param, Patch, Post, Req, UseGuards } from "@nestjs/common";
import { AuthGuard } from "@nestjs/passport";
import { InjectRepository, TypeOrmModule } from "@nestjs/typeorm";
import { Column, Entity, PrimaryGeneratedColumn, Repository } from "typeorm";

@Entity()
export class Remark {
  @PrimaryGeneratedColumn() id: number;
  @Column() text: string;
}
class RemarkDto {
  text: string;
}

@UseGuards(AuthGuard("jwt"))
@Controller("remarks")
export class RemarksController {
  constructor(@InjectRepository(Remark) private readonly remarks: Repository<Remark>) {}

  @Post()
  add(@Body() dto: RemarkDto) {
    return this.remarks.save(dto); // expect: unguarded-create
  }

  @Post("mine")
  addMine(@Body() dto: RemarkDto, @Req() req) {
    return this.remarks.save({ ...dto, who: req.user.id }); // expect: unguarded-create
  }

  @Patch(":id")
  change(@Param("id") id: string, @Body() dto: RemarkDto) {
    return this.remarks.save({ id, ...dto }); // silent: the row is named by its id
  }

  @Patch(":id/text")
  async rewrite(@Param("id") id: number, @Body() dto: RemarkDto) {
    const remark = await this.remarks.findOneBy({ id });
    return this.remarks.save({ ...remark, ...dto }); // silent: the row was loaded
  }

  @Post(":id/copy")
  async copy(@Param("id") id: number) {
    const { id: _id, ...remark } = await this.remarks.findOneByOrFail({ id });
    return this.remarks.save({ ...remark, text: "Copy" }); // expect: unguarded-create
  }
}

@Module({ imports: [TypeOrmModule.forFeature([Remark])], controllers: [RemarksController] })
export class AppModule {}
