// One middleware verifies the token, lets staff pass and holds everybody else to their own.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const prisma = new PrismaClient();
app.use(express.json());

const ownOrStaff = (req, res, next) => {
  const user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  if (user.role === "STAFF") return next();
  if (req.params.userId !== user.id) return res.sendStatus(403);
  next();
};
const signedIn = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  next();
};
app.post("/notes", signedIn, async (req, res) => {
  res.json(await prisma.note.create({ data: { userId: req.user.id, text: req.body.text } }));
});
app.delete("/users/:userId/notes", ownOrStaff, async (req, res) => { // silent: one's own, or staff
  res.json(await prisma.note.deleteMany({ where: { userId: req.params.userId } }));
});
app.delete("/people/:userId/notes", signedIn, async (req, res) => {
  res.json(await prisma.note.deleteMany({ where: { userId: req.params.userId } })); // expect: unowned-object
});
app.listen(3000);
