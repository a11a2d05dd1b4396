// What is called like a way in is open for that, and not for giving out the rows that people sign in with.
// file: prisma/schema.prisma
model User {
  id Int @id
  email String @unique
  password String
  name String
}
model Setting {
  id Int @id
  siteName String
  mailServerPassword String
}
model Banner {
  id Int @id
  title String
  picture String
}
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
    next();
  } catch {
    res.sendStatus(401);
  }
};

// expect: missing-authentication
app.get("/ping", async (req, res) => {
  res.json({ ok: true, users: await prisma.user.findMany() });
});
app.get("/status", async (req, res) => {
  res.json({ ok: true, users: await prisma.user.count() }); // silent: how many there are
});
app.get("/health", async (req, res) => {
  const first = await prisma.user.findFirst({ select: { id: true } });
  res.json({ ok: first !== null }); // silent: whether the database answers
});
// expect: missing-authentication
app.get("/settings", async (req, res) => {
  res.json(await prisma.setting.findFirst());
});
app.get("/banners", async (req, res) => {
  res.json(await prisma.banner.findMany()); // silent: for everybody
});
// A hint: visitors see the same in the shop as the staff behind it.
app.get("/admin/banners", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.banner.findMany());
});
app.delete("/users/:id", signedIn, async (req, res) => {
  await prisma.user.delete({ where: { id: req.user.id } });
  res.sendStatus(204);
});
