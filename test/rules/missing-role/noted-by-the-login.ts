import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

async function signedIn(req, res, next) {
  const token = req.headers.authorization;
  if (!token) return res.sendStatus(401);
  const found = await prisma.accessToken.findUnique({ where: { token } });
  if (!found) return res.sendStatus(401);
  await prisma.accessToken.update({ where: { id: found.id }, data: { usedAt: new Date() } });
  req.user = found.userId;
  next();
}

app.get("/categories", async (req, res) => res.json(await prisma.category.findMany()));
app.get("/admin/categories", signedIn, async (req, res) => { // silent: visitors are shown them too, and the login only notes its token
  res.json(await prisma.category.findMany());
});
app.delete("/admin/categories/:id", signedIn, async (req, res) => { // expect: missing-role
  res.json(await prisma.category.delete({ where: { id: req.params.id } }));
});
