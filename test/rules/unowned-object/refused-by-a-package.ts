// What an unknown package says is refused with 403: it may ask whose the row is.
import { PrismaClient } from "@prisma/client";
import express from "express";
import { expressjwt } from "express-jwt";
import { policies } from "house-policies";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use(expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] }));

app.post("/cards", async (req, res) => {
  res.json(await prisma.card.create({ data: { userId: req.auth.id, label: String(req.body.label) } }));
});

app.delete("/cards/:id", async (req, res) => {
  if (!(await policies.runs("cards.delete"))) return res.sendStatus(403);
  return res.json(await prisma.card.delete({ where: { id: req.params.id } })); // silent: the package refused others
});

app.put("/cards/:id", async (req, res) => {
  const data = { label: String(req.body.label) };
  return res.json(await prisma.card.update({ where: { id: req.params.id }, data })); // expect: unowned-object
});
