// To be a member is no leave to turn others out, where members have roles.

// file: prisma/schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
}
model Team {
  id   String @id
  name String
}
model Membership {
  userId String
  teamId String
  role   String @default("member")
  user   User   @relation(fields: [userId], references: [id])
  team   Team   @relation(fields: [teamId], references: [id])
  @@id([userId, teamId])
}
model Invite {
  id     String @id
  teamId String
  email  String
}
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
});

async function membershipOf(req) {
  return prisma.membership.findUnique({
    where: { userId_teamId: { userId: req.user.id, teamId: req.params.teamId } },
  });
}

app.delete("/teams/:teamId/members/:userId", async (req, res) => { // expect: missing-role
  const own = await membershipOf(req);
  if (!own) return res.sendStatus(403);
  const { teamId, userId } = req.params;
  await prisma.membership.delete({ where: { userId_teamId: { userId, teamId } } });
  res.sendStatus(204);
});

app.put("/teams/:teamId/members/:userId", async (req, res) => { // expect: missing-role
  const own = await membershipOf(req);
  if (!own) return res.sendStatus(403);
  const { teamId, userId } = req.params;
  await prisma.membership.update({ where: { userId_teamId: { userId, teamId } }, data: { role: "editor" } });
  res.sendStatus(204);
});

app.delete("/teams/:teamId/people/:userId", async (req, res) => { // silent: an owner is asked for
  const own = await membershipOf(req);
  if (!own || own.role !== "owner") return res.sendStatus(403);
  const { teamId, userId } = req.params;
  await prisma.membership.delete({ where: { userId_teamId: { userId, teamId } } });
  res.sendStatus(204);
});

app.delete("/teams/:teamId/me", async (req, res) => { // silent: whoever leaves is the caller
  const own = await membershipOf(req);
  if (!own) return res.sendStatus(404);
  await prisma.membership.delete({ where: { userId_teamId: { userId: req.user.id, teamId: req.params.teamId } } });
  res.sendStatus(204);
});

app.post("/teams/:teamId/invites", async (req, res) => { // silent: an owner is asked for
  const own = await membershipOf(req);
  if (!own || own.role !== "owner") return res.sendStatus(403);
  res.json(await prisma.invite.create({ data: { teamId: req.params.teamId, email: req.body.email } }));
});
