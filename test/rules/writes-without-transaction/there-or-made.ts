import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.post("/invoices", async (req, res) => {
  const settings = await prisma.accountSettings.findFirst();
  if (!settings) await prisma.accountSettings.create({ data: { currency: "EUR" } });
  await prisma.invoice.create({ data: { total: req.body.total } }); // silent: the next try finds the settings and goes on
  res.end();
});
app.post("/invoices/lines", async (req, res) => {
  await prisma.invoice.create({ data: { total: req.body.total } });
  await prisma.invoiceLine.create({ data: { text: req.body.text } }); // expect: writes-without-transaction
  res.end();
});
app.post("/payments", async (req, res) => {
  const known = await prisma.transaction.findFirst({ where: { note: req.body.note } });
  if (!known) {
    await prisma.invoice.create({ data: { total: req.body.total } });
    await prisma.invoiceLine.create({ data: { text: req.body.text } }); // expect: writes-without-transaction
  }
  res.end();
});
