// file: src/rights.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();
class Refused extends Error {
  readonly status = 403;
}
export async function assertMember(user, clubId) {
  const found = await prisma.member.findFirst({ where: { clubId, userId: user.id } });
  if (!found) throw new Refused("no member");
}
export async function isMember(user, clubId) {
  return assertMember(user, clubId)
    .then(() => true)
    .catch(() => false);
}
export async function noteVisit(user, clubId) {
  const club = await prisma.club.findUnique({ where: { id: clubId } });
  if (!club) throw new Error("no such club");
  await prisma.visit.create({ data: { clubId, userId: user.id } });
}
export async function tellMembers(user, clubId) {
  const members = await prisma.member.findMany({ where: { clubId, userId: user.id } });
  await prisma.letter.createMany({ data: members.map(({ id }) => ({ to: id })) });
  if (members.length === 0) throw new Refused("nobody was told");
}

// file: src/app.ts
import express from "express";
import { assertMember, isMember, noteVisit, prisma, tellMembers } from "./rights";

const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
app.post("/clubs/:id/posts", async (req, res) => {
  assertMember(req.user, req.params.id); // expect: unawaited-check
  res.json(await prisma.post.create({ data: { clubId: req.params.id, userId: req.user.id, text: req.body.text } }));
});
app.get("/clubs/:id/posts", async (req, res) => {
  await assertMember(req.user, req.params.id); // silent: awaited
  res.json(await prisma.post.findMany({ where: { clubId: req.params.id } }));
});
app.put("/clubs/:id", async (req, res) => {
  if (!isMember(req.user, req.params.id)) return res.sendStatus(403); // expect: unawaited-check
  res.json(await prisma.club.update({ where: { id: req.params.id }, data: { title: req.body.title } }));
});
app.patch("/clubs/:id", async (req, res) => {
  if (!(await isMember(req.user, req.params.id))) return res.sendStatus(403); // silent: awaited
  res.json(await prisma.club.update({ where: { id: req.params.id }, data: { title: req.body.title } }));
});
app.get("/clubs/:id", async (req, res) => {
  noteVisit(req.user, req.params.id); // silent: nobody is turned away by it
  res.json(await prisma.club.findUnique({ where: { id: req.params.id } }));
});
app.put("/clubs/:id/news", async (req, res) => {
  tellMembers(req.user, req.params.id); // silent: it did its work before it throws
  res.json(await prisma.club.update({ where: { id: req.params.id }, data: { news: true } }));
});

// file: src/nest.ts
import { CanActivate, Controller, ExecutionContext, Get, Module, Param, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { isMember, prisma } from "./rights";

class MembersOnly implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    return Boolean(isMember(request.user, request.params.id)); // expect: unawaited-check
  }
}
class Members implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    return Boolean(await isMember(request.user, request.params.id)); // silent: awaited
  }
}
class Guests implements CanActivate {
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    return isMember(request.user, request.params.id); // silent: whoever runs the guard waits
  }
}
@Controller("halls")
class HallsController {
  @Get(":id/plan") @UseGuards(MembersOnly) plan(@Param("id") id: string) {
    return prisma.hall.findUnique({ where: { id } });
  }
  @Get(":id/keys") @UseGuards(Members) keys(@Param("id") id: string) {
    return prisma.hall.findUnique({ where: { id } });
  }
  @Get(":id/rooms") @UseGuards(Guests) rooms(@Param("id") id: string) {
    return prisma.hall.findUnique({ where: { id } });
  }
}
@Module({ controllers: [HallsController] })
class HallsModule {}
const nest = await NestFactory.create(HallsModule);
await nest.listen(3000);
