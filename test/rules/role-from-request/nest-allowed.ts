// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { ValidationPipe } from "@nestjs/common";
import { AppModule } from "./app.module";

const app = await NestFactory.create(AppModule);
app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
await app.listen(3000);

// file: src/app.module.ts
import { Body, Controller, Module, Post } from "@nestjs/common";
import { IsIn, IsString } from "class-validator";
import { PrismaClient } from "@prisma/client";

class ApplyDto {
  @IsString() email: string;
  @IsIn(["tenant", "landlord"]) role: string;
}
class EnrolDto {
  @IsString() email: string;
  @IsString() role: string;
}
@Controller("people")
class PeopleController {
  private readonly prisma = new PrismaClient();
  @Post("apply") apply(@Body() dto: ApplyDto) {
    return this.prisma.user.create({ data: { email: dto.email, role: dto.role } }); // silent: neither has rights over others
  }
  @Post("enrol") enrol(@Body() dto: EnrolDto) {
    return this.prisma.user.create({ data: { email: dto.email, role: dto.role } }); // expect: role-from-request
  }
}
@Module({ controllers: [PeopleController] })
export class AppModule {}
