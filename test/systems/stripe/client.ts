import express from "express";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();

app.post("/pay", async (req, res) => {
  const customer = await stripe.customers.create({ email: req.body.email }); // effect: write stripe customers, insert
  await stripe.paymentIntents.create({ amount: 5, customer: customer.id }); // effect: write stripe paymentIntents, charge
  await stripe.checkout.sessions.create({ mode: "payment" }, { idempotencyKey: req.body.orderId }); // effect: write stripe checkout.sessions, insert
  await stripe.billingPortal.sessions.create({ customer: customer.id }); // effect: call stripe billingPortal.sessions, call
  await stripe.subscriptions.update(req.body.id, { cancel_at_period_end: true }); // effect: write stripe subscriptions, set
  await stripe.subscriptions.cancel(req.body.id); // effect: write stripe subscriptions, delete
  await stripe.customers.createBalanceTransaction(customer.id, { amount: 5, currency: "eur" }); // effect: write stripe customers, charge
  await stripe.paymentIntents.retrieve(req.body.id); // effect: read stripe paymentIntents, read
  await stripe.charges.list({ limit: 3 }).autoPagingToArray({ limit: 10 }); // effect: read stripe charges, read
  res.json({});
});

app.post("/webhook", express.raw({ type: "application/json" }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"]!, process.env.SECRET!); // guard: signature stripe.webhooks.constructEvent
  await stripe.refunds.create({ charge: event.id }); // effect: write stripe refunds, charge
  res.end();
});
