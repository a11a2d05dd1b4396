import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

function fromClock(req) {
  const secret = process.env.CLOCK_KEY;
  return Boolean(secret) && req.headers.authorization === `Bearer ${secret}`; // silent: asked
}

app.post("/jobs/renew", async (req, res) => {
  if (!fromClock(req)) return res.sendStatus(401);
  res.json(await prisma.plan.updateMany({ data: { renewed: true } }));
});

const nameOf = (row) => {
  if (row.priceId === process.env.PRICE_SMALL) return "small"; // silent: a row's column, which nobody shows
  return "large";
};

app.get("/plans/:id", async (req, res) => {
  const row = await prisma.plan.findUnique({ where: { id: req.params.id } });
  res.json({ name: nameOf(row) });
});
