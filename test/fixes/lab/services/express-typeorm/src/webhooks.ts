import express, { Router } from "express";
import { dataSource } from "./data-source.ts";
import { Order, Payment, Receipt, User } from "./entities.ts";
import { stripe } from "./stripe.ts";

export const webhooks = Router();

const payments = dataSource.getRepository(Payment);
const receipts = dataSource.getRepository(Receipt);

webhooks.post("/webhooks/stripe", express.raw({ type: "*/*" }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get("stripe-signature")!, process.env.WEBHOOK_SECRET!);
  if (event.type === "payment_intent.succeeded") {
    const { amount, metadata } = event.data.object;
    await payments.insert({ order_id: Number(metadata.order), cents: amount });
    if (metadata.fail === String(await payments.count())) throw new Error("The first delivery fails");
    await dataSource.getRepository(User).increment({ id: Number(metadata.user) }, "points", amount);
  }
  res.json({ received: true });
});

webhooks.post("/hooks/shipping", express.json(), async (req, res) => {
  if (req.get("x-hook-token") !== process.env.WEBHOOK_SECRET) return res.status(401).end();
  const { id, orderId } = req.body;
  console.log("parcel", id);
  const order = await dataSource.getRepository(Order).findOneBy({ id: orderId });
  if (!order) return res.status(404).end();

  const receipt = await receipts.save({ order_id: orderId });
  res.json({ sent: receipt.order_id });
});
