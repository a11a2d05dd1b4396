// The request names the team, the caller is looked up among its members, and some endpoints forget to ask for the role.

// file: prisma/schema.prisma
model User {
  id    String   @id
  email String   @unique
  seats Member[]
}
model Team {
  id      String   @id
  name    String
  members Member[]
}
model Member {
  userId String
  teamId String
  role   String
  user   User   @relation(fields: [userId], references: [id])
  team   Team   @relation(fields: [teamId], references: [id])
  @@id([userId, teamId])
}
model ApiToken {
  id     String @id
  teamId String
  name   String
  hash   String
}
model Folder {
  id     String @id
  teamId String
  name   String
}
model Comment {
  id     String @id
  teamId String
  userId String
  text   String
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  } catch {
    return res.sendStatus(401);
  }
  next();
});

async function memberOf(req, res) {
  const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: req.user.id, teamId: req.params.teamId } } });
  if (!member) {
    res.sendStatus(404);
    return null;
  }
  return member;
}

// Tokens: one who removes them must be an admin; whoever makes them, forgotten.
app.delete("/teams/:teamId/tokens/:id", async (req, res) => {
  const member = await memberOf(req, res);
  if (!member) return;
  if (member.role !== "admin") return res.sendStatus(403);
  await prisma.apiToken.deleteMany({ where: { id: req.params.id, teamId: req.params.teamId } });
  res.sendStatus(204);
});
app.post("/teams/:teamId/tokens", async (req, res) => { // expect: inconsistent-guard
  const member = await memberOf(req, res);
  if (!member) return;
  res.json(await prisma.apiToken.create({ data: { teamId: req.params.teamId, name: String(req.body.name), hash: "x" } }));
});

// The team itself.
app.patch("/teams/:teamId/name", async (req, res) => {
  const member = await memberOf(req, res);
  if (!member) return;
  if (member.role !== "admin") return res.sendStatus(403);
  res.json(await prisma.team.update({ where: { id: req.params.teamId }, data: { name: String(req.body.name) } }));
});
app.patch("/teams/:teamId/settings", async (req, res) => { // expect: inconsistent-guard
  const member = await memberOf(req, res);
  if (!member) return;
  res.json(await prisma.team.update({ where: { id: req.params.teamId }, data: { name: `${req.body.mode}` } }));
});

// Folders: adding is for all, changing and removing is not.
app.post("/teams/:teamId/folders", async (req, res) => { // silent: adding is another matter
  const member = await memberOf(req, res);
  if (!member) return;
  res.json(await prisma.folder.create({ data: { teamId: req.params.teamId, name: String(req.body.name) } }));
});
app.put("/teams/:teamId/folders/:id", async (req, res) => {
  const member = await memberOf(req, res);
  if (!member) return;
  if (member.role !== "admin") return res.sendStatus(403);
  await prisma.folder.updateMany({ where: { id: req.params.id, teamId: req.params.teamId }, data: { name: String(req.body.name) } });
  res.sendStatus(204);
});
app.delete("/teams/:teamId/folders", async (req, res) => {
  const member = await memberOf(req, res);
  if (!member) return;
  if (member.role !== "admin") return res.sendStatus(403);
  await prisma.folder.deleteMany({ where: { teamId: req.params.teamId } });
  res.sendStatus(204);
});
app.delete("/teams/:teamId/folders/:id", async (req, res) => { // expect: inconsistent-guard
  const member = await memberOf(req, res);
  if (!member) return;
  await prisma.folder.deleteMany({ where: { id: req.params.id, teamId: req.params.teamId } });
  res.sendStatus(204);
});

// Whoever leaves, and whoever takes back a comment of their own, needs nobody's leave.
app.delete("/teams/:teamId/members/:userId", async (req, res) => {
  const member = await memberOf(req, res);
  if (!member) return;
  if (member.role !== "admin") return res.sendStatus(403);
  await prisma.member.delete({ where: { userId_teamId: { userId: req.params.userId, teamId: req.params.teamId } } });
  res.sendStatus(204);
});
app.post("/teams/:teamId/leave", async (req, res) => { // silent: their own seat
  const member = await memberOf(req, res);
  if (!member) return;
  await prisma.member.delete({ where: { userId_teamId: { userId: req.user.id, teamId: req.params.teamId } } });
  res.sendStatus(204);
});
app.delete("/teams/:teamId/comments", async (req, res) => {
  const member = await memberOf(req, res);
  if (!member) return;
  if (member.role !== "admin") return res.sendStatus(403);
  await prisma.comment.deleteMany({ where: { teamId: req.params.teamId } });
  res.sendStatus(204);
});
app.delete("/teams/:teamId/old-comments", async (req, res) => {
  const member = await memberOf(req, res);
  if (!member) return;
  if (member.role !== "admin") return res.sendStatus(403);
  await prisma.comment.deleteMany({ where: { teamId: req.params.teamId, text: "" } });
  res.sendStatus(204);
});
app.delete("/teams/:teamId/comments/:id", async (req, res) => { // silent: their own comment
  const member = await memberOf(req, res);
  if (!member) return;
  await prisma.comment.deleteMany({ where: { id: req.params.id, teamId: req.params.teamId, userId: req.user.id } });
  res.sendStatus(204);
});
app.listen(3000);
