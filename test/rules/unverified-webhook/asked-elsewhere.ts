// The provider is asked for one kind of message; the other kinds are believed.
import express from "express";
import Stripe from "stripe";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY as string);

app.post("/stripe/webhook", async (req, res) => { // expect: unverified-webhook
  const event = JSON.parse(req.body.toString());
  if (event.type === "checkout.session.completed") {
    const subscription = await stripe.subscriptions.retrieve(event.data.object.subscription);
    await prisma.account.update({ where: { customer: event.data.object.customer }, data: { plan: subscription.id } });
  }
  if (event.type === "customer.subscription.deleted") {
    await prisma.account.update({ where: { customer: event.data.object.customer }, data: { plan: null } });
  }
  res.sendStatus(200);
});
app.post("/stripe/ipn", async (req, res) => { // silent: all that is believed is what the provider says
  const subscription = await stripe.subscriptions.retrieve(req.body.id);
  await prisma.account.update({ where: { customer: String(subscription.customer) }, data: { plan: subscription.status } });
  res.sendStatus(200);
});
