import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const prisma = new PrismaClient();

// Who cannot be told goes on all the same.
app.use((req, _res, next) => {
  try {
    req.who = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  } catch {
    console.debug("nobody");
  }
  next();
});

app.get("/me", (req, res) => (req.who ? res.json(req.who) : res.sendStatus(401)));

app.delete("/accounts/:id", async (req, res) => { // expect: missing-authentication
  await prisma.account.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.delete("/accounts/:id/checked", async (req, res) => { // silent: asked here
  if (req.who?.id !== req.params.id) return res.sendStatus(403);
  await prisma.account.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
