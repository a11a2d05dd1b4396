// A state that is asked for and, on one way, written once more: a second payment is taken as well.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
const PAYABLE = new Set(["SENT", "PARTLY_PAID"]);
const mayPay = (invoice) => {
  if (!PAYABLE.has(invoice.state)) return false;
  return invoice.total > 0;
};

app.post("/invoices/:id/payments", async (req, res) => {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } });
  if (!mayPay(invoice)) throw new Error("no payment is due");
  await prisma.payment.create({ data: { invoiceId: req.params.id, amount: req.body.amount } }); // expect: unguarded-create
  const left = invoice.total - req.body.amount;
  await prisma.invoice.update({ where: { id: req.params.id }, data: { state: left > 0 ? "PARTLY_PAID" : "PAID" } }); // expect: writes-without-transaction
  res.sendStatus(201);
});

app.post("/invoices/:id/settle", async (req, res) => {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } });
  if (!mayPay(invoice)) throw new Error("no payment is due");
  await prisma.$transaction([
    prisma.payment.create({ data: { invoiceId: req.params.id, amount: req.body.amount } }), // silent: whatever was left, it is paid
    prisma.invoice.update({ where: { id: req.params.id }, data: { state: req.body.left ? "WRITTEN_OFF" : "PAID" } }),
  ]);
  res.sendStatus(201);
});

app.post("/invoices/:id/charge", async (req, res) => {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } });
  if (invoice.state === "PAID") return res.sendStatus(409);
  const charged = await prisma.charge.create({ data: { invoiceId: req.params.id } }); // silent: a failure is no payment
  const state = charged.done ? "PAID" : "FAILED";
  await prisma.invoice.update({ where: { id: req.params.id }, data: { state } }); // expect: writes-without-transaction
  res.sendStatus(204);
});

const findShop = async ({ region, name }) => {
  if (!region) return null;
  return prisma.shop.findFirst({ where: { region, name } });
};
app.post("/shops", async (req, res) => {
  const known = await findShop(req.body);
  if (known) return res.sendStatus(409);
  await prisma.shop.create({ data: { region: req.body.region, name: req.body.name } }); // silent: it is looked for first
  res.sendStatus(201);
});
app.listen(3000);
