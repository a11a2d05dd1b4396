// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";
import Stripe from "stripe";

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/portal", async (req, res) => {
  const session = await stripe.billingPortal.sessions.create({ customer: req.body.customerId }); // expect: unowned-object
  res.json({ url: session.url });
});
app.get("/invoices", async (req, res) => {
  const customer = String(req.query.customer);
  res.json(await stripe.invoices.list({ customer, limit: 20 })); // expect: unowned-object
});
app.post("/subscriptions/:id/cancel", async (req, res) => {
  res.json(await stripe.subscriptions.cancel(req.params.id)); // expect: unowned-object
});
app.post("/my/portal", async (req, res) => {
  const account = await prisma.account.findUnique({ where: { id: req.user.id } });
  const session = await stripe.billingPortal.sessions.create({ customer: account.customerId }); // silent: the caller's own
  res.json({ url: session.url });
});
app.post("/my/subscriptions/:id/cancel", async (req, res) => {
  const own = await prisma.subscription.findFirst({ where: { stripeId: req.params.id, userId: req.user.id } });
  if (!own) return res.sendStatus(404);
  res.json(await stripe.subscriptions.cancel(req.params.id)); // silent: found for the caller first
});
app.get("/paid", async (req, res) => {
  const session = await stripe.checkout.sessions.retrieve(req.query.session_id); // silent: whoever comes back from the page has its id
  res.json({ status: session.status });
});
app.post("/staff/refunds", async (req, res) => {
  if (req.user.role !== "staff") return res.sendStatus(403);
  res.json(await stripe.refunds.create({ payment_intent: req.body.payment }, { idempotencyKey: req.body.payment })); // silent: staff may
});
app.post("/refunds", async (req, res) => {
  for (const charge of req.body.charges)
    await stripe.refunds.create({ charge }, { idempotencyKey: charge }); // expect: unowned-object
  res.sendStatus(204);
});
