import express from "express";
import cron from "node-cron";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

cron.schedule("0 0 1 * *", async () => { // expect: consumer-without-dedupe
  await prisma.invoice.create({ data: { total: 5 } });
});
cron.schedule("0 0 * * *", async () => { // silent: the same values again
  await prisma.invoice.updateMany({ where: { paid: false }, data: { reminded: true } });
});
app.get("/cron/credits", async (req, res) => { // expect: consumer-without-dedupe
  if (req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) return res.status(401).end();
  await prisma.shopper.updateMany({ data: { credits: { increment: 10 } } });
  res.end();
});
app.get("/cron/clean", async (req, res) => { // silent: what is gone is gone
  if (req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) return res.status(401).end();
  await prisma.shopper.deleteMany({ where: { deleted: true } });
  res.end();
});
// The platform's clock calls it, whoever else may.
app.get("/remind/cron", async (req, res) => { // expect: consumer-without-dedupe
  const visits = await prisma.visit.findMany({ where: { day: new Date().toISOString().slice(0, 10) } });
  for (const visit of visits) await prisma.message.create({ data: { visit: visit.id, text: "Tomorrow" } });
  res.end();
});
