import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

const RIGHTS: Record<string, string[]> = { owner: ["team:manage", "team:read"], guest: ["team:read"] };

function may(role: string, right: string) {
  return RIGHTS[role]?.includes(right) ?? false;
}

app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.put("/teams/:teamId/members/:userId", async (req, res) => {
  const { teamId, userId } = req.params;
  const own = await prisma.member.findFirst({ where: { teamId, userId: req.user.id } });
  if (!own || !may(own.role, "team:manage")) return res.sendStatus(403);
  await prisma.member.updateMany({ where: { teamId, userId }, data: { role: req.body.role } }); // silent: whoever may manage the team
  res.end();
});

app.put("/teams/:teamId/me", async (req, res) => {
  const { teamId } = req.params;
  await prisma.member.updateMany({ where: { teamId, userId: req.user.id }, data: { role: req.body.role } }); // expect: role-from-request
  res.end();
});
