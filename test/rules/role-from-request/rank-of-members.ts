import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
});

const member = async (req, res, next) => {
  const found = await prisma.member.findFirst({ where: { teamId: req.params.team, userId: req.user.id } });
  if (!found) return res.sendStatus(403);
  next();
};
const head = async (req, res, next) => {
  const found = await prisma.member.findFirst({ where: { teamId: req.params.team, userId: req.user.id } });
  if (!found || found.role !== "head") return res.sendStatus(403);
  next();
};
const Role = z.object({ role: z.enum(["member", "helper", "admin"]) });

// Members are told apart, and any of them makes heads.
app.put("/teams/:team/members/:id", member, async (req, res) => {
  const { role } = Role.parse(req.body);
  await prisma.member.update({ where: { id: req.params.id, teamId: req.params.team }, data: { role } }); // expect: role-from-request
  res.end();
});
app.post("/teams/:team/members", head, async (req, res) => {
  const { role } = Role.parse(req.body);
  await prisma.member.create({ data: { teamId: req.params.team, userId: req.body.userId, role } }); // silent: the head says who does what
  res.end();
});
app.put("/rooms/:id/members/:member", async (req, res) => {
  const room = await prisma.room.findFirst({ where: { id: req.params.id, ownerId: req.user.id } });
  if (!room) return res.sendStatus(404);
  const { role } = Role.parse(req.body);
  await prisma.guest.update({ where: { id: req.params.member, roomId: room.id }, data: { role } }); // silent: whose room it is says who does what in it
  res.end();
});
