// One guard asks for the right that each handler names: some of those who have one are held to their own labels, not all.

// file: package.json
{ "name": "jars", "dependencies": { "@nestjs/common": "11", "@nestjs/core": "11", "@prisma/client": "6" } }
// file: guard.ts
import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable, SetMetadata } from "@nestjs/common";
import { Reflector } from "@nestjs/core";

export const Right = (right: string) => SetMetadata("right", right);

@Injectable()
export class RightGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext) {
    const { user } = context.switchToHttp().getRequest();
    const right = this.reflector.get<string>("right", context.getHandler());
    if (!user || !user.permissions.includes(right)) throw new ForbiddenException();
    return true;
  }
}
// file: jars.ts
import { Body, Controller, Param, Post, Put, Req, UseGuards } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";
import { Right, RightGuard } from "./guard";

const prisma = new PrismaClient();

@UseGuards(RightGuard)
@Controller("jars")
export class Jars {
  @Right("createJar")
  @Post()
  async add(@Req() request: any, @Body("labelId") labelId: string) {
    const label = await prisma.label.findFirstOrThrow({ where: { id: labelId, userId: request.user.id } });
    return prisma.jar.create({ data: { labelId: label.id, userId: request.user.id } });
  }
  @Right("updateJar")
  @Put(":id")
  async change(@Req() request: any, @Param("id") id: string, @Body("labelId") labelId: string) {
    const label = await prisma.label.findFirstOrThrow({ where: { id: labelId, userId: request.user.id } });
    return prisma.jar.updateMany({ where: { id, userId: request.user.id }, data: { labelId: label.id } });
  }
}
// file: labels.ts
import { Controller, Delete, Param, UseGuards } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";
import { Right, RightGuard } from "./guard";

const prisma = new PrismaClient();

@UseGuards(RightGuard)
@Controller("labels")
export class Labels {
  @Right("deleteLabel")
  @Delete(":id")
  remove(@Param("id") id: string) { // silent: nobody who has this right is held to their own labels
    return prisma.label.delete({ where: { id } });
  }
}
// file: lids.ts
import { Body, Controller, Delete, Get, Param, Post, Put, Req, UseGuards } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";
import { Right, RightGuard } from "./guard";

const prisma = new PrismaClient();

@UseGuards(RightGuard)
@Controller("lids")
export class Lids {
  @Right("createLid")
  @Post()
  add(@Req() request: any, @Body("text") text: string) {
    return prisma.lid.create({ data: { text, userId: request.user.id } });
  }
  @Right("readLid")
  @Get(":id")
  one(@Req() request: any, @Param("id") id: string) {
    return prisma.lid.findFirst({ where: { id, userId: request.user.id } });
  }
  @Right("updateLid")
  @Put(":id")
  change(@Req() request: any, @Param("id") id: string, @Body("text") text: string) {
    return prisma.lid.updateMany({ where: { id, userId: request.user.id }, data: { text } });
  }
  @Right("deleteLid")
  @Delete(":id")
  remove(@Param("id") id: string) {
    return prisma.lid.delete({ where: { id } }); // expect: unowned-object
  }
}
// file: main.ts
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { Jars } from "./jars";
import { Labels } from "./labels";
import { Lids } from "./lids";

@Module({ controllers: [Jars, Labels, Lids] })
class App {}
NestFactory.create(App);
