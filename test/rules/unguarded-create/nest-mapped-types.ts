// Whether the id is sent is told by the fields that are left of another class. https://docs.nestjs.com/techniques/validation#mapped-types

// file: prisma/schema.prisma
model Application {
  id   String @id @default(uuid())
  note String
}
// file: src/app.ts
import { Body, Controller, Module, Post, UseGuards, ValidationPipe } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import { OmitType, PartialType } from "@nestjs/swagger";
import { PrismaClient } from "@prisma/client";
import { IsString } from "class-validator";

const prisma = new PrismaClient();

class ApplicationDto {
  @IsString() id: string;
  @IsString() note: string;
}
class ApplicationUpdate extends PartialType(OmitType(ApplicationDto, ["note"])) {
  @IsString() note: string;
}
class ApplicationCreate extends OmitType(ApplicationUpdate, ["id"]) {}

@Controller("applications")
@UseGuards(AuthGuard("jwt"))
class Applications {
  @Post()
  async add(@Body() dto: ApplicationCreate) {
    await prisma.application.create({ data: { ...dto } }); // expect: unguarded-create
  }
  @Post("known")
  async addKnown(@Body() dto: ApplicationDto) { // silent: whoever sends it makes up the id
    await prisma.application.create({ data: { ...dto } });
  }
}

@Module({ controllers: [Applications] })
class App {}

async function start() {
  const app = await NestFactory.create(App);
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
  await app.listen(3000);
}
start();
