import { OptionalTokenGuard, SignedAccount, TokenGuard } from "@harbour/identity";
import { BerthRouter, RequestLoggingMiddleware } from "@harbour/web-kit";
import { Controller, Delete, Get, Module, Param, Post, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();

// The team's own packages are not here to be read: what they call their exports tells what these are.
@Controller("berths")
@UseGuards(TokenGuard)
class Berths {
  @Get()
  async mine(@SignedAccount() account) {
    return prisma.berth.findMany({ where: { accountId: account.id } });
  }
  @Post()
  async take(@SignedAccount() account) {
    return prisma.berth.create({ data: { accountId: account.id } });
  }
  @Delete("mine/:id")
  async leave(@SignedAccount() account, @Param("id") id: string) { // silent: the caller's own
    await prisma.berth.deleteMany({ where: { id, accountId: account.id } });
  }
  @Delete(":id")
  async clear(@Param("id") id: string) {
    await prisma.berth.delete({ where: { id } }); // expect: unowned-object
  }
}

@Controller("notices")
@UseGuards(OptionalTokenGuard)
class Notices {
  @Delete(":id")
  async drop(@Param("id") id: string) { // expect: missing-authentication
    await prisma.notice.delete({ where: { id } });
  }
}

@Module({ controllers: [Berths, Notices] })
class Harbour {}

NestFactory.create(Harbour);

const app = express();
app.use(RequestLoggingMiddleware({ level: "info" }));
app.use(BerthRouter({ issuer: "harbour" }));
app.delete("/moorings/:id", async (req, res) => { // expect: missing-authentication
  await prisma.notice.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
