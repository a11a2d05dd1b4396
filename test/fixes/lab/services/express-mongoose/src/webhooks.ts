import express, { Router } from "express";
import { Order, Payment, Receipt, User } from "./models.ts";
import { stripe } from "./stripe.ts";

export const webhooks = Router();

webhooks.post("/webhooks/stripe", express.raw({ type: "*/*" }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get("stripe-signature")!, process.env.WEBHOOK_SECRET!);
  if (event.type === "payment_intent.succeeded") {
    const { amount, metadata } = event.data.object;
    await Payment.create({ orderId: metadata.order, cents: amount });
    if (metadata.fail === String(await Payment.countDocuments())) throw new Error("The first delivery fails");
    await User.updateOne({ _id: String(metadata.user) }, { $inc: { points: amount } });
  }
  res.json({ received: true });
});

webhooks.post("/hooks/shipping", express.json(), async (req, res) => {
  if (req.get("x-hook-token") !== process.env.WEBHOOK_SECRET) return res.status(401).end();
  const { id, orderId } = req.body;
  console.log("parcel", id);
  const order = await Order.findById(String(orderId));
  if (!order) return res.status(404).end();

  const receipt = await Receipt.create({ orderId: order._id });
  res.json({ sent: receipt.orderId });
});
