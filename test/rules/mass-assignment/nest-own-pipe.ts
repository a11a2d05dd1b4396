// A pipe of the workspace's own hands on what its schema lets through; one that only asks hands on everything.
import { BadRequestException, Body, Controller, Injectable, Module, PipeTransform, Post, UsePipes } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { InjectRepository, TypeOrmModule } from "@nestjs/typeorm";
import { Column, Entity, PrimaryGeneratedColumn, Repository } from "typeorm";
import { z, type ZodType } from "zod";

@Entity("sailors")
class Sailor {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ unique: true }) email!: string;
  @Column() role!: string;
}

class SchemaPipe implements PipeTransform {
  constructor(private schema: ZodType) {}
  async transform(value: unknown) {
    try {
      const read = await this.schema.parseAsync(value);
      return read;
    } catch {
      throw new BadRequestException();
    }
  }
}
class AskingPipe implements PipeTransform {
  constructor(private schema: ZodType) {}
  transform(value: unknown) {
    this.schema.parse(value);
    return value;
  }
}

const NewSailor = z.object({ email: z.string() });

@Injectable()
class Sailors {
  constructor(@InjectRepository(Sailor) private readonly sailors: Repository<Sailor>) {}
  add(sailor: Partial<Sailor>) {
    return this.sailors.save({ ...sailor }); // expect: mass-assignment
  }
  enlist(sailor: Partial<Sailor>) {
    return this.sailors.save({ ...sailor, role: "guest" }); // silent: the schema leaves only the address
  }
}

@Controller("sailors")
class SailorController {
  constructor(private readonly sailors: Sailors) {}
  @UsePipes(new AskingPipe(NewSailor))
  @Post("asked")
  asked(@Body() body: Partial<Sailor>) {
    return this.sailors.add(body);
  }
  @UsePipes(new SchemaPipe(NewSailor))
  @Post()
  read(@Body() body: Partial<Sailor>) {
    return this.sailors.enlist(body);
  }
  @Post("too")
  beside(@Body(new SchemaPipe(NewSailor)) body: Partial<Sailor>) {
    return this.sailors.enlist(body);
  }
}

@Module({
  imports: [TypeOrmModule.forFeature([Sailor])],
  controllers: [SailorController],
  providers: [Sailors],
})
class AppModule {}
NestFactory.create(AppModule).then((app) => app.listen(3000));
