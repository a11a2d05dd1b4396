import express from "express";
import { PrismaClient } from "@prisma/client";
import Stripe from "stripe";

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? "");

app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"] ?? "", process.env.WHSEC ?? "");
  await prisma.invoice.update({ where: { id: event.data.object.id }, data: { status: "refunded" } });
  res.end();
});
app.post("/invoices/:id/refund", async (req, res) => {
  await stripe.refunds.create({ charge: req.body.charge }, { idempotencyKey: req.params.id });
  await prisma.invoice.update({ where: { id: req.params.id }, data: { status: "refunded" } }); // silent: it gave the money back itself
  res.end();
});
app.post("/invoices/:id/refresh", async (req, res) => {
  const intent = await stripe.paymentIntents.retrieve(req.body.intent);
  if (intent.status === "succeeded") await prisma.invoice.update({ where: { id: req.params.id }, data: { status: "paid" } }); // silent: the provider was asked
  res.end();
});
app.post("/invoices/:id/told", async (req, res) => {
  await prisma.invoice.update({ where: { id: req.params.id }, data: { status: "refunded" } }); // expect: two-owners
  res.end();
});
