import { count, eq, sql } from "drizzle-orm";
import express, { type Request, type Response, Router } from "express";
import { db } from "./db.ts";
import { orders, payments, receipts, users } from "./schema.ts";
import { stripe } from "./stripe.ts";

export const webhooks = Router();

webhooks.post("/webhooks/stripe", express.raw({ type: "*/*" }), handleStripe);

async function handleStripe(req: Request, res: Response) {
  const event = stripe.webhooks.constructEvent(req.body, req.get("stripe-signature")!, process.env.WEBHOOK_SECRET!);
  if (event.type === "payment_intent.succeeded") {
    const { amount, metadata } = event.data.object;
    await db.insert(payments).values({ orderId: Number(metadata.order), cents: amount });
    const [all] = await db.select({ count: count() }).from(payments);
    if (metadata.fail === String(all?.count)) throw new Error("The first delivery fails");
    await db
      .update(users)
      .set({ points: sql`${users.points} + ${amount}` })
      .where(eq(users.id, Number(metadata.user)));
  }
  res.json({ received: true });
}

webhooks.post("/hooks/shipping", express.json(), async (req, res) => {
  if (req.get("x-hook-token") !== process.env.WEBHOOK_SECRET) return res.status(401).end();
  const { id, orderId } = req.body;
  console.log("parcel", id);
  const [order] = await db.select().from(orders).where(eq(orders.id, orderId));
  if (!order) return res.status(404).end();

  const [receipt] = await db.insert(receipts).values({ orderId }).returning();
  res.json({ sent: receipt?.orderId });
});
