import bcrypt from "bcryptjs";
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

app.post("/users", async (req, res) => { // silent: somebody signs up
  const password = await bcrypt.hash(req.body.password, 10);
  res.json(await prisma.user.create({ data: { email: req.body.email, password } }));
});
app.get("/users/me", async (req, res) => { // silent: checked
  if (!req.user) return res.sendStatus(401);
  res.json(await prisma.user.findUnique({ where: { id: req.user.id } }));
});
