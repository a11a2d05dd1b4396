// file: src/main.ts
import { NestFactory } from "@nestjs/core";
import { ValidationPipe } from "@nestjs/common";
import { AppModule } from "./app.module";

const app = await NestFactory.create(AppModule);
app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
await app.listen(3000);

// file: src/app.module.ts
import { Body, Controller, Module, Post } from "@nestjs/common";
import { IsOptional, IsString } from "class-validator";
import { PrismaClient } from "@prisma/client";

class JoinDto {
  @IsString() email: string;
  @IsString() @IsOptional() role?: string;
}
class VisitDto {
  @IsString() email: string;
}
@Controller("people")
class PeopleController {
  private readonly prisma = new PrismaClient();
  @Post("join") join(@Body() dto: JoinDto) {
    return this.prisma.user.create({ data: dto }); // expect: role-from-request
  }
  @Post("fixed") fixed(@Body() dto: JoinDto) {
    return this.prisma.user.create({ data: { ...dto, role: "guest" } }); // silent: set on the server
  }
  @Post("visit") visit(@Body() dto: VisitDto) {
    return this.prisma.user.create({ data: dto }); // silent: the class has no role
  }
}
@Module({ controllers: [PeopleController] })
export class AppModule {}

// file: src/express.ts
import express from "express";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
const Person = z.object({ email: z.string(), role: z.string().optional() });

app.post("/guests", async (req, res) => {
  const { role, ...rest } = Person.parse(req.body);
  res.json(await prisma.user.create({ data: rest })); // silent: the role is left out
});
app.post("/crew", async (req, res) => {
  const { email, ...rest } = Person.parse(req.body);
  res.json(await prisma.user.create({ data: { ...rest, email: email.toLowerCase() } })); // expect: role-from-request
});
