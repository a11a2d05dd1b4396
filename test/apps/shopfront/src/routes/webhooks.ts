import { createHmac, timingSafeEqual } from "node:crypto";
import express, { Router } from "express";
import type Stripe from "stripe";
import { config } from "../config.ts";
import { pool } from "../db.ts";
import { receipts, shipments } from "../lib/queues.ts";
import { stripe } from "../lib/stripe.ts";

export const webhooks = Router();

webhooks.use(express.raw({ type: "*/*" }));

webhooks.post("/stripe", async (req, res) => {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.header("stripe-signature")!, config.stripe.webhookSecret);
  } catch {
    return res.status(400).send("Bad signature");
  }

  if (event.type === "payment_intent.succeeded") {
    const payment = event.data.object;
    const { rows } = await pool.query(
      "UPDATE orders SET status = 'paid' WHERE payment_intent = $1 RETURNING id, user_id, total_cents",
      [payment.id],
    );
    const order = rows[0];
    if (order) {
      await pool.query("INSERT INTO payments (order_id, payment_intent, cents) VALUES ($1, $2, $3)", [
        order.id,
        payment.id,
        payment.amount_received,
      ]);
      await pool.query("UPDATE users SET points = points + $1 WHERE id = $2", [
        Math.floor(order.total_cents / 100),
        order.user_id,
      ]);
      await receipts.add("receipt", { orderId: order.id });
      await shipments.add("shipment", { orderId: order.id }, { jobId: `shipment-${order.id}` });
    }
  }
  res.json({ received: true });
});

// The parcel service signs with its own scheme, and every event is taken once.
webhooks.post("/shipping", async (req, res) => {
  const expected = createHmac("sha256", config.shipping.webhookSecret).update(req.body).digest();
  const given = Buffer.from(req.header("x-parcel-signature") ?? "", "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return res.status(400).send("Bad signature");
  }

  const event = JSON.parse(req.body.toString("utf8"));
  const first = await pool.query(
    "INSERT INTO processed_events (source, event_id) VALUES ('parcel', $1) ON CONFLICT DO NOTHING RETURNING event_id",
    [event.id],
  );
  if (first.rowCount === 0) return res.json({ received: true, duplicate: true });

  await pool.query("INSERT INTO shipment_events (order_id, state) VALUES ($1, $2)", [event.orderId, event.state]);
  res.json({ received: true });
});
