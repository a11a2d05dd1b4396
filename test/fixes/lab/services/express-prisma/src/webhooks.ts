import express, { Router } from "express";
import type Stripe from "stripe";
import { prisma } from "./db.ts";
import { stripe } from "./stripe.ts";

export const webhooks = Router();

webhooks.post("/webhooks/stripe", express.raw({ type: "*/*" }), async (req, res) => {
  const signature = req.get("stripe-signature")!;
  const event = stripe.webhooks.constructEvent(req.body, signature, process.env.WEBHOOK_SECRET!);

  switch (event.type) {
    case "payment_intent.succeeded":
      await paid(event.data.object);
      break;
    default:
      // Nothing else matters here.
      break;
  }
  res.json({ received: true });
});

async function paid({ amount, metadata }: Stripe.PaymentIntent) {
  await prisma.payment.create({ data: { orderId: Number(metadata.order), cents: amount } });
  if (metadata.fail === String(await prisma.payment.count())) throw new Error("The first delivery fails");
  await prisma.user.update({ where: { id: Number(metadata.user) }, data: { points: { increment: amount } } });
}

webhooks.post("/hooks/shipping", express.json(), async (req, res) => {
  if (req.get("x-hook-token") !== process.env.WEBHOOK_SECRET) return res.status(401).end();
  const { id, orderId } = req.body;
  console.log("parcel", id);
  const order = await prisma.order.findUnique({ where: { id: orderId } });
  if (!order) return res.status(404).end();

  const receipt = await prisma.receipt.create({ data: { orderId } });
  res.json({ sent: receipt.orderId });
});
