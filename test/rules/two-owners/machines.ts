import express from "express";
import Stripe from "stripe";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

function onlyInside(req, res, next) {
  if (req.query.token !== process.env.INSIDE_TOKEN) return res.sendStatus(401);
  next();
}

app.post("/webhooks/stripe", express.raw({ type: "application/json" }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], process.env.STRIPE_WEBHOOK_SECRET!);
  await prisma.subscription.update({ where: { external: event.data.object.id }, data: { status: event.data.object.status } });
  res.end();
});
app.post("/inside/subscriptions/:id/end", onlyInside, async (req, res) => { // silent: a tool of the team's own
  await prisma.subscription.update({ where: { id: req.params.id }, data: { status: "canceled" } });
  res.end();
});
app.post("/subscriptions/:id/end", async (req, res) => {
  await prisma.subscription.update({ where: { id: req.params.id }, data: { status: "canceled" } }); // expect: two-owners
  res.end();
});
app.post("/subscriptions/:id/rename", async (req, res) => { // silent: no state
  await prisma.subscription.update({ where: { id: req.params.id }, data: { name: req.body.name } });
  res.end();
});
