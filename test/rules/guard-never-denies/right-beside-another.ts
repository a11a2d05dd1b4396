/** Something is looked up for those who are no guests alone; of them, whoever has none is refused. */
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.KEY);
    next();
  } catch {
    res.status(401).end();
  }
});

app.post("/polls", async (req, res) => {
  const space = req.user.isGuest ? null : await prisma.space.findFirst({ where: { ownerId: req.user.id } });
  if (!req.user.isGuest && !space) { // silent: a guest passes, and so does whoever has a space
    return res.status(403).end();
  }
  res.json(await prisma.poll.create({ data: { title: req.body.title, byId: req.user.id } }));
});
