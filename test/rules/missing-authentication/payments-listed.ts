// What the payment provider tells of who paid is as private as the service's own rows.
import express from "express";
import { getServerSession } from "next-auth";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();

app.get("/stores/:account/payments", async (req, res) => { // expect: missing-authentication
  const payments = await stripe.paymentIntents.list({ limit: 10 }, { stripeAccount: req.params.account });
  res.json(payments.data);
});

app.get("/prices", async (req, res) => { // silent: prices are for everybody
  res.json(await stripe.prices.list({ limit: 10 }));
});

app.get("/own/payments", async (req, res) => { // silent: asks who is calling
  const session = await getServerSession();
  if (!session) return res.sendStatus(401);
  res.json(await stripe.paymentIntents.list({ customer: session.user.customerId }));
});

app.listen(3000);
