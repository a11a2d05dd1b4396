import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const plain = new PrismaClient();
const prisma = process.env.TRACE ? plain.$extends({ name: "trace" }) : plain;

app.post("/letters", async (req, res) => {
  const counter = await prisma.counter.update({ where: { id: "letters" }, data: { value: { increment: 1 } } }); // silent: a number is drawn for the letter
  res.json(await prisma.letter.create({ data: { id: `L-${counter.value}`, text: req.body.text } }));
});
app.post("/stock", async (req, res) => {
  res.json(await prisma.stock.update({ where: { id: req.body.id }, data: { left: { decrement: 1 } } })); // expect: unguarded-increment
});
app.post("/seats/:id/give-back", async (req, res) => {
  await prisma.seat.delete({ where: { id: req.params.id } });
  await prisma.hall.update({ where: { id: req.body.hall }, data: { taken: { decrement: 1 } } }); // silent: the seat is gone, and deleting it again throws
  res.end();
});
app.post("/seats/:id/drop", async (req, res) => {
  await prisma.seat.deleteMany({ where: { id: req.params.id } });
  await prisma.hall.update({ where: { id: req.body.hall }, data: { taken: { decrement: 1 } } }); // expect: unguarded-increment
  res.end();
});
