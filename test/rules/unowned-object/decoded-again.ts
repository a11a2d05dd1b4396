// The guard verifies the token, and the handler decodes it to learn who is calling.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
const signedIn = (req, res, next) => {
  try {
    jwt.verify(req.header("x-auth-token"), process.env.SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
};

app.post("/tests", signedIn, async (req, res) => {
  const { id } = jwt.decode(req.header("x-auth-token")) as { id: string };
  res.json(await prisma.test.create({ data: { userId: id, name: req.body.name } }));
});
app.get("/tests", signedIn, async (req, res) => {
  const { id } = jwt.decode(req.header("x-auth-token")) as { id: string };
  res.json(await prisma.test.findMany({ where: { userId: id } }));
});
app.put("/tests/:id", signedIn, async (req, res) => { // silent: found among the caller's own
  const { id } = jwt.decode(req.header("x-auth-token")) as { id: string };
  res.json(await prisma.test.updateMany({ where: { id: req.params.id, userId: id }, data: { name: req.body.name } }));
});
app.delete("/tests/:id", signedIn, async (req, res) => {
  res.json(await prisma.test.delete({ where: { id: req.params.id } })); // expect: unowned-object
});
