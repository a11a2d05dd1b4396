import express, { Router } from "express";
import { knex } from "./db.ts";
import { stripe } from "./stripe.ts";

export const webhooks = Router();

webhooks.post("/webhooks/stripe", express.raw({ type: "*/*" }), async (req, res, next) => {
  try {
    const event = stripe.webhooks.constructEvent(req.body, req.get("stripe-signature")!, process.env.WEBHOOK_SECRET!);
    if (event.type !== "payment_intent.succeeded") return res.json({ received: true });

    const { amount, metadata } = event.data.object;
    await knex("payments").insert({ order_id: metadata.order, cents: amount });
    const all = await knex("payments").count({ count: "*" }).first();
    if (metadata.fail === String(all?.count)) throw new Error("The first delivery fails");
    await knex("users").where({ id: metadata.user }).increment("points", amount);
    return res.json({ received: true });
  } catch (error) {
    return next(error);
  }
});

webhooks.post("/hooks/shipping", express.json(), async (req, res) => {
  if (req.get("x-hook-token") !== process.env.WEBHOOK_SECRET) return res.status(401).end();
  const { id, orderId } = req.body;
  console.log("parcel", id);
  const order = await knex("orders").where({ id: orderId }).first();
  if (!order) return res.status(404).end();

  await knex("receipts").insert({ order_id: orderId });
  res.json({ sent: orderId });
});
