// Every browser of the app has its key; who is signed in is asked beside it.
import express, { type RequestHandler } from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

const checkApiKey: RequestHandler = (req, res, next) =>
  process.env.APP_KEY && req.headers["x-api-key"] === process.env.APP_KEY ? next() : res.sendStatus(401);
const signedIn: RequestHandler = (req, res, next) => {
  try {
    req.user = jwt.verify(String(req.headers.authorization), process.env.TOKEN_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  next();
};

app.use("/notes", checkApiKey, signedIn);
app.post("/notes", async (req, res) => {
  res.json(await prisma.note.create({ data: { text: req.body.text, userId: req.user.id } }));
});
app.get("/notes", async (req, res) => {
  res.json(await prisma.note.findMany({ where: { userId: req.user.id } }));
});
app.delete("/notes/:id", async (req, res) => {
  await prisma.note.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.end();
});
app.delete("/machines/notes/:id", checkApiKey, async (req, res) => {
  await prisma.note.delete({ where: { id: req.params.id } }); // silent: another service
  res.end();
});
