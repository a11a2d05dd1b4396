// What a file is called says nothing of who sends it.
import path from "node:path";
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
}

app.post("/papers", async (req, res) => { // expect: missing-authentication
  if (![".pdf", ".png"].includes(path.extname(req.body.name).toLowerCase())) throw new Error("not a paper");
  await prisma.paper.create({ data: { name: req.body.name, text: req.body.text } });
  res.sendStatus(201);
});
app.delete("/papers/:id", requireUser, async (req, res) => {
  await prisma.paper.delete({ where: { id: req.params.id, ownerId: req.user.id } });
  res.sendStatus(204);
});
app.listen(3000);
