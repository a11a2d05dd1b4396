import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const prisma = new PrismaClient();

app.use(async (req: any, res, next) => {
  const { id } = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "") as { id: string };
  const member = await prisma.member.findUnique({ where: { id } });
  if (!member || member.muted) return res.sendStatus(403);
  req.member = member;
  next();
});
app.patch("/members/:id/mute", async (req, res) => {
  const member = await prisma.member.findUnique({ where: { id: req.params.id } });
  if (!member) return res.sendStatus(404);
  await prisma.member.update({ where: { id: req.params.id }, data: { muted: !member.muted } }); // expect: unguarded-increment
  res.end();
});
app.patch("/members/:id/retire", async (req, res) => {
  const member = await prisma.member.findUnique({ where: { id: req.params.id } });
  if (!member || member.retired) return res.sendStatus(404);
  await prisma.member.update({ where: { id: req.params.id }, data: { retired: true, years: { increment: 1 } } }); // silent: the member is retired by then
  res.end();
});
