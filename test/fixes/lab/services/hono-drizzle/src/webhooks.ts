import { count, eq, sql } from "drizzle-orm";
import { Hono } from "hono";
import { db } from "./db.ts";
import { orders, payments, receipts, users } from "./schema.ts";
import { stripe } from "./stripe.ts";

export const webhooks = new Hono();

webhooks.post("/webhooks/stripe", async (c) => {
  const body = await c.req.text();
  const event = stripe.webhooks.constructEvent(body, c.req.header("stripe-signature")!, process.env.WEBHOOK_SECRET!);
  if (event.type !== "payment_intent.succeeded") return c.json({ received: true });

  const { amount, metadata } = event.data.object;
  await db.insert(payments).values({ orderId: Number(metadata.order), cents: amount });
  const [all] = await db.select({ count: count() }).from(payments);
  if (metadata.fail === String(all?.count)) throw new Error("The first delivery fails");
  await db
    .update(users)
    .set({ points: sql`${users.points} + ${amount}` })
    .where(eq(users.id, Number(metadata.user)));
  return c.json({ received: true });
});

webhooks.post("/hooks/shipping", async (c) => {
  if (c.req.header("x-hook-token") !== process.env.WEBHOOK_SECRET) return c.body(null, 401);
  const { id, orderId } = await c.req.json();
  console.log("parcel", id);
  const [order] = await db.select().from(orders).where(eq(orders.id, orderId));
  if (!order) return c.body(null, 404);

  const [receipt] = await db.insert(receipts).values({ orderId }).returning();
  return c.json({ sent: receipt?.orderId });
});

webhooks.post("/webhooks/stripe/refunds", async (c) => {
  const { data } = await c.req.json();
  await db
    .update(orders)
    .set({ status: "refunded" })
    .where(eq(orders.id, Number(data.object.metadata.order)));
  return c.json({ received: true });
});
