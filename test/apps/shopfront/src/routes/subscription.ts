import { Router } from "express";
import { pool } from "../db.ts";
import { stripe } from "../lib/stripe.ts";
import { requireUser } from "../middleware/auth.ts";

export const subscription = Router();

subscription.use(requireUser);

const plans: Record<string, { price: string; cents: number }> = {
  starter: { price: "price_starter", cents: 900 },
  team: { price: "price_team", cents: 2900 },
};

subscription.post("/", async (req, res) => {
  const plan = plans[req.body.plan];
  if (!plan) return res.status(400).json({ error: "No such plan" });

  const customer = await stripe.customers.create({ email: req.user!.email });
  const created = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: plan.price }] });
  await pool.query(
    `INSERT INTO subscriptions (user_id, plan, stripe_customer, stripe_subscription, renews_at)
     VALUES ($1, $2, $3, $4, now() + interval '1 month')`,
    [req.user!.id, req.body.plan, customer.id, created.id],
  );
  res.status(201).json({ plan: req.body.plan });
});

subscription.post("/change", async (req, res) => {
  const plan = plans[req.body.plan];
  if (!plan) return res.status(400).json({ error: "No such plan" });

  const { rows } = await pool.query("SELECT id, plan, stripe_customer FROM subscriptions WHERE user_id = $1", [
    req.user!.id,
  ]);
  const current = rows[0];
  if (!current) return res.status(404).json({ error: "No subscription" });

  await stripe.invoiceItems.create({
    customer: current.stripe_customer,
    amount: plan.cents - plans[current.plan]!.cents,
    currency: "eur",
    description: `Change from ${current.plan} to ${req.body.plan}`,
  });
  await pool.query("UPDATE subscriptions SET plan = $1 WHERE id = $2", [req.body.plan, current.id]);
  await pool.query("INSERT INTO subscription_changes (subscription_id, from_plan, to_plan) VALUES ($1, $2, $3)", [
    current.id,
    current.plan,
    req.body.plan,
  ]);
  res.json({ plan: req.body.plan });
});

// Cancelling twice is cancelling once.
subscription.post("/cancel", async (req, res) => {
  await pool.query("UPDATE subscriptions SET status = 'canceled' WHERE user_id = $1", [req.user!.id]);
  res.json({ status: "canceled" });
});
