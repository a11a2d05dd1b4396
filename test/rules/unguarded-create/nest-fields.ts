// file: schema.prisma
model Guest {
  id    String @id @default(cuid())
  card  String @unique
  name  String
}
// file: src/main.ts
import { ValidationPipe } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module.ts";

const app = await NestFactory.create(AppModule);
app.useGlobalPipes(new ValidationPipe({ whitelist: true }));
await app.listen(3000);
// file: src/app.module.ts
import { Module } from "@nestjs/common";
import { GuestsController } from "./guests.controller.ts";

@Module({ controllers: [GuestsController] })
export class AppModule {}
// file: src/guest-input.ts
import { IsString } from "class-validator";

export class GuestInput {
  @IsString() name: string;
}
export class CardInput extends GuestInput {
  @IsString() card: string;
}
// file: src/guests.controller.ts
import { Body, Controller, Post } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";
import { randomUUID } from "node:crypto";
import { CardInput, GuestInput } from "./guest-input.ts";

const prisma = new PrismaClient();

@Controller("guests")
export class GuestsController {
  @Post()
  add(@Body() body: GuestInput) {
    return prisma.guest.create({ data: { ...body, card: randomUUID() } }); // expect: unguarded-create
  }
  @Post("card")
  addCard(@Body() body: CardInput) {
    return prisma.guest.create({ data: { ...body } }); // silent: the card is unique
  }
  @Post("own")
  addOwn(@Body() body: GuestInput) {
    return prisma.guest.create({ data: { id: randomUUID(), ...body } }); // expect: unguarded-create
  }
}
