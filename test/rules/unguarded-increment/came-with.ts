import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.post("/basket/:owner", async (req, res) => {
  const basket = await prisma.basket.findUnique({ where: { owner: req.params.owner }, include: { lines: true } });
  const line = basket?.lines.find((one) => one.sku === req.body.sku);
  if (!line) return res.sendStatus(404);
  await prisma.basketLine.update({ where: { id: line.id }, data: { amount: line.amount + req.body.amount } }); // expect: unguarded-increment
  res.end();
});

app.post("/basket/:owner/total", async (req, res) => {
  const basket = await prisma.basket.findUnique({ where: { owner: req.params.owner }, include: { lines: true } });
  if (!basket) return res.sendStatus(404);
  const line = basket.lines[0];
  await prisma.summary.update({ where: { owner: req.params.owner }, data: { amount: line.amount + 5 } }); // silent: what is added to is not what is written
  res.end();
});
