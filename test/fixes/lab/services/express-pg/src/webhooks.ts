import express, { Router } from "express";
import { pool } from "./db.ts";
import { stripe } from "./stripe.ts";

export const webhooks = Router();

webhooks.post("/webhooks/stripe", express.raw({ type: "*/*" }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get("stripe-signature")!, process.env.WEBHOOK_SECRET!);

  // Only successful payments matter here.
  if (event.type === "payment_intent.succeeded") {
    const { amount, metadata } = event.data.object;
    await pool.query("INSERT INTO payments (order_id, cents) VALUES ($1, $2)", [metadata.order, amount]);
    if (metadata.fail === (await attempts())) throw new Error("The first delivery fails");
    await pool.query(
      `UPDATE users
         SET points = points + $1
       WHERE id = $2`,
      [amount, metadata.user],
    );
  }
  res.json({ received: true });
});

webhooks.post("/hooks/shipping", express.json(), async (req, res) => {
  if (req.get("x-hook-token") !== process.env.WEBHOOK_SECRET) return res.status(401).end();
  const { id, orderId } = req.body;
  console.log("parcel", id);
  const found = await pool.query("SELECT id FROM orders WHERE id = $1", [orderId]);
  if (!found.rows[0]) return res.status(404).end();

  const receipt = await pool.query("INSERT INTO receipts (order_id) VALUES ($1) RETURNING order_id", [orderId]);
  res.json({ sent: receipt.rows[0].order_id });
});

async function attempts() {
  const found = await pool.query("SELECT count(*) AS count FROM payments");
  return String(found.rows[0].count);
}
