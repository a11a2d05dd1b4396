// Whom the request names comes first, and the caller only where it names nobody.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.put("/profile", async (req, res) => {
  const id = req.body.userId || req.user.id;
  await prisma.user.update({ where: { id }, data: { name: req.body.name } }); // expect: unowned-object
  res.end();
});

app.get("/bills", async (req, res) => {
  const bills = await prisma.bill.findMany({ where: { userId: req.query.userId ?? req.user.id } }); // expect: unowned-object
  res.json(bills);
});

app.get("/letters", async (req, res) => { // silent: only staff may name somebody else
  if (req.query.userId && req.user.role !== "staff") return res.sendStatus(403);
  res.json(await prisma.letter.findMany({ where: { userId: req.query.userId ?? req.user.id } }));
});

app.get("/notes", async (req, res) => { // silent: the caller comes first
  res.json(await prisma.note.findMany({ where: { userId: req.user.id ?? req.query.userId } }));
});

app.get("/bills/:id", async (req, res) => {
  res.json(await prisma.bill.findFirst({ where: { id: req.params.id, userId: req.user.id } }));
});
app.post("/bills", async (req, res) => {
  res.json(await prisma.bill.create({ data: { userId: req.user.id, amount: 5 } }));
});
app.post("/letters", async (req, res) => {
  res.json(await prisma.letter.create({ data: { userId: req.user.id, text: "" } }));
});
app.listen(3000);
