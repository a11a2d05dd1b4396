import express from "express";
import { PrismaClient } from "@prisma/client";
import session from "express-session";

const app = express();
const prisma = new PrismaClient();
app.use(session({ secret: process.env.SESSION_SECRET }));

app.patch("/teams/:teamId/flows/:id", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  const { teamId, id } = req.params;
  const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: req.session.user.id, teamId } } });
  if (!member) return res.status(403).end();
  const flow = await prisma.flow.findUnique({ where: { id, teamId } });
  if (!flow) return res.status(404).end();
  res.json(await prisma.flow.update({ where: { id }, data: { open: true } })); // silent: looked up in the caller's team
});

app.delete("/teams/:teamId/flows/:id", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  await prisma.flow.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.status(204).end();
});

app.post("/flows", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  res.json(await prisma.flow.create({ data: { userId: req.session.user.id } }));
});
