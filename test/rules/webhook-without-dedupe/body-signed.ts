import crypto from "node:crypto";
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

function sign(text: string): string {
  return crypto.createHmac("sha256", process.env.PAY_SECRET!).update(text).digest("hex");
}

app.post("/payments/done", async (req, res) => { // silent: the page brings what was signed for it
  if (sign(req.body.payment) !== req.body.signature) return res.status(400).end();
  await prisma.shopper.update({ where: { id: req.body.shopper }, data: { points: { increment: 10 } } });
  res.end();
});
app.post("/payments/event", async (req, res) => { // expect: webhook-without-dedupe
  if (sign(JSON.stringify(req.body)) !== req.headers["x-signature"]) return res.status(400).end();
  await prisma.shopper.update({ where: { id: req.body.shopper }, data: { points: { increment: 10 } } });
  res.end();
});
