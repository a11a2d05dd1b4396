// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

async function adminOnly(req: express.Request, res: express.Response, next: express.NextFunction) {
  const member = await prisma.member.findUnique({ where: { userId: req.user.id } });
  if (member.role !== "admin") return res.sendStatus(403);
  next();
}

app.get("/admin/users", adminOnly, async (req, res) => { // silent: the member is read to know the role
  res.json(await prisma.user.findMany());
});

app.get("/admin/settings", async (req, res) => { // expect: missing-role
  res.json(await prisma.setting.findMany());
});
