import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
app.use(express.json(), (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  } catch {
    return res.sendStatus(401);
  }
  next();
});
app.use((req, res, next) => (req.user.role === "editor" ? next() : res.sendStatus(403)));

app.post("/posts", async (req, res) => {
  res.json(await prisma.post.create({ data: { clubId: req.user.clubId, ...req.body } })); // expect: mass-assignment
});
app.post("/pages", async (req, res) => {
  res.json(await prisma.page.create({ data: { ...req.body, clubId: req.user.clubId } })); // silent: staff, in their own club
});
app.post("/flyers", async (req, res) => {
  res.json(await prisma.flyer.create({ data: { createdBy: req.user.id, ...req.body } })); // silent: a note of who made it
});

app.listen(3000);
