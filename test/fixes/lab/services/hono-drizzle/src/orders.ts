import { and, eq } from "drizzle-orm";
import { Hono } from "hono";
import { type Env, requireUser } from "./auth.ts";
import { db } from "./db.ts";
import { receipts } from "./queue.ts";
import { favourites, orders as orderTable, receipts as receiptTable, reviews, users } from "./schema.ts";
import { stripe } from "./stripe.ts";

export const orders = new Hono<Env>();

orders.get("/orders", requireUser, async (c) => {
  const found = await db
    .select({ id: orderTable.id, cents: orderTable.cents })
    .from(orderTable)
    .where(eq(orderTable.userId, c.get("user").id));
  return c.json(found);
});

orders.get("/orders/:id", requireUser, async (c) => {
  const [order] = await db
    .select({ id: orderTable.id, cents: orderTable.cents, status: orderTable.status })
    .from(orderTable)
    .where(eq(orderTable.id, Number(c.req.param("id"))));
  if (!order) return c.json({ error: "No such order" }, 404);
  return c.json(order);
});

orders.post("/orders", requireUser, async (c) => {
  const { cents } = await c.req.json();
  const [order] = await db
    .insert(orderTable)
    .values({ userId: c.get("user").id, cents })
    .returning({ cents: orderTable.cents, status: orderTable.status });
  return c.json(order, 201);
});

orders.post("/orders/:id/pay", requireUser, async (c) => {
  const id = Number(c.req.param("id"));
  const [order] = await db
    .select()
    .from(orderTable)
    .where(and(eq(orderTable.id, id), eq(orderTable.userId, c.get("user").id)));
  if (!order) return c.json({ error: "No such order" }, 404);

  const payment = await stripe.paymentIntents.create({ amount: order.cents, currency: "eur" });
  return c.json({ status: payment.status });
});

orders.post("/donations", requireUser, async (c) => {
  const { cents } = await c.req.json();
  const payment = await stripe.paymentIntents.create({ amount: cents, currency: "eur" });
  return c.json({ status: payment.status });
});

orders.post("/orders/:id/receipt", requireUser, async (c) => {
  await receipts.add("receipt", { orderId: Number(c.req.param("id")) });
  return c.body(null, 202);
});

orders.post("/orders/:id/close", requireUser, async (c) => {
  const id = Number(c.req.param("id"));
  const { receipt } = await c.req.json();
  await db.update(orderTable).set({ status: "closed" }).where(eq(orderTable.id, id));
  await db.insert(receiptTable).values({ orderId: receipt });
  return c.json({ closed: id });
});

orders.post("/points/spend", requireUser, async (c) => {
  const { points } = await c.req.json();
  const [user] = await db.select().from(users).where(eq(users.id, c.get("user").id));
  if (!user) return c.body(null, 404);
  await db
    .update(users)
    .set({ points: user.points - points })
    .where(eq(users.id, user.id));
  return c.body(null, 204);
});

orders.post("/orders/:id/favourite", requireUser, async (c) => {
  const userId = c.get("user").id;
  const orderId = Number(c.req.param("id"));
  const [known] = await db
    .select()
    .from(favourites)
    .where(and(eq(favourites.userId, userId), eq(favourites.orderId, orderId)));
  if (!known) await db.insert(favourites).values({ userId, orderId });
  return c.json({ favourite: true });
});

orders.post("/reviews", requireUser, async (c) => {
  const { text, stars } = await c.req.json();
  await db.insert(reviews).values({ userId: c.get("user").id, text, stars });
  return c.json({ stored: true }, 201);
});
