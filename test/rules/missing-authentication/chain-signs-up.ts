import bcrypt from "bcrypt";
import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

app.get("/me", (req, res) => (req.user ? res.json(req.user) : res.sendStatus(401)));

// Visitors get an account of their own on the way: that is no reason for what stands behind it to be open.
app.use(async (req, res, next) => {
  if (!req.cookies.guest) {
    const guest = await prisma.user.create({ data: { password: await bcrypt.hash(String(Math.random()), 10) } });
    res.cookie("guest", guest.id);
  }
  next();
});

app.delete("/accounts/:id", async (req, res) => { // expect: missing-authentication
  await prisma.account.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
