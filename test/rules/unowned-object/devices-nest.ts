// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
}
model User {
  id       Int           @id @default(autoincrement())
  email    String        @unique
  password String
  devices  DeviceToken[]
}
model DeviceToken {
  id     Int    @id @default(autoincrement())
  userId Int
  user   User   @relation(fields: [userId], references: [id])
  token  String
}

// file: src/devices.controller.ts
import { Body, Controller, Get, Param, Post, Req, UseGuards } from "@nestjs/common";
import { AuthGuard } from "@nestjs/passport";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

@Controller("devices")
@UseGuards(AuthGuard("jwt"))
export class DevicesController {
  @Get(":userId")
  list(@Param("userId") userId: string) {
    return prisma.deviceToken.findMany({ where: { userId: Number(userId) } }); // expect: unowned-object
  }

  @Post(":userId")
  add(@Param("userId") userId: string, @Body() body) {
    return prisma.deviceToken.create({ data: { userId: Number(userId), token: body.token } }); // expect: unowned-object
  }
}

@Controller("my-devices")
@UseGuards(AuthGuard("jwt"))
export class OwnDevicesController {
  @Post()
  add(@Req() req, @Body() body) {
    return prisma.deviceToken.create({ data: { userId: req.user.id, token: body.token } }); // silent: the caller's
  }
}
