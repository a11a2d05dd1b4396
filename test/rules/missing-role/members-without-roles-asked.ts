// Members have roles, and nothing asks for them: that the platform has administrators tells nothing of who may turn others out.

// file: prisma/schema.prisma
model User {
  id       String  @id
  email    String  @unique
  password String
  isAdmin  Boolean @default(false)
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

app.delete("/teams/:teamId/members/:userId", async (req, res) => { // silent: any member may
  const { teamId, userId } = req.params;
  const own = await prisma.membership.findUnique({ where: { userId_teamId: { userId: req.user.id, teamId } } });
  if (!own) return res.sendStatus(403);
  await prisma.membership.delete({ where: { userId_teamId: { userId, teamId } } });
  res.sendStatus(204);
});

app.post("/platform/teams", async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: req.user.id } });
  if (!user?.isAdmin) return res.sendStatus(403);
  res.json(await prisma.team.create({ data: { name: req.body.name } }));
});
