// A limiter counts every request on purpose.
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.post("/reports", async (req, res) => { // silent: it counts requests
  const window = await prisma.rateLimit.update({ where: { key: req.ip }, data: { count: { increment: 1 } } });
  if (window.count > 100) return res.sendStatus(429);
  res.json(await prisma.report.findMany());
});
app.post("/accounts/:id/credit", async (req, res) => {
  await prisma.account.update({ where: { id: req.params.id }, data: { credit: { increment: req.body.amount } } }); // expect: unguarded-increment
  res.end();
});
