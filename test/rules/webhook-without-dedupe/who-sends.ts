import crypto from "node:crypto";
import express from "express";
import Stripe from "stripe";
import session from "express-session";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post("/events/known", express.raw({ type: "*/*" }), async (req, res) => { // silent: the event is looked up by its id
  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"]!, process.env.WEBHOOK_SECRET!);
  const known = await prisma.seenEvent.findFirst({ where: { event: event.id } });
  if (known) return res.end();
  await prisma.seenEvent.create({ data: { event: event.id } });
  await prisma.shopper.update({ where: { id: event.data.object.id }, data: { points: { increment: 10 } } });
  res.end();
});
app.post("/events/new", express.raw({ type: "*/*" }), async (req, res) => { // expect: webhook-without-dedupe
  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"]!, process.env.WEBHOOK_SECRET!);
  await prisma.shopper.update({ where: { id: event.data.object.id }, data: { points: { increment: 10 } } });
  res.end();
});
app.use(session({ secret: process.env.SESSION_SECRET! }));
app.post("/payments/verify", async (req, res) => { // silent: the shopper's own browser brings what the provider signed
  if (!req.session.user) return res.status(401).end();
  const wanted = crypto.createHmac("sha256", process.env.PAY_SECRET!).update(req.body.payment).digest("hex");
  if (wanted !== req.body.signature) return res.status(400).end();
  await prisma.shopper.update({ where: { id: req.session.user }, data: { points: { increment: 10 } } });
  res.end();
});
