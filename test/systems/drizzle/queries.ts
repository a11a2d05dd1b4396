// file: src/schema.ts
import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";

export const orders = pgTable("orders", {
  id: uuid("id").primaryKey().defaultRandom(),
  paymentId: text("payment_id").unique(),
  total: integer("total"),
});

export const counters = pgTable("counters", { key: text("key").primaryKey(), count: integer("count") });
// file: src/db.ts
import { drizzle } from "drizzle-orm/node-postgres";
import * as schema from "./schema";

export const db = drizzle(process.env.DATABASE_URL!, { schema });
// file: src/app.ts
import { and, eq, sql } from "drizzle-orm";
import express from "express";
import { db } from "./db";
import { counters, orders } from "./schema";

const app = express();

app.post("/orders/:id", async (req, res) => {
  const found = await db.select().from(orders).where(and(eq(orders.id, req.params.id), eq(orders.paymentId, req.body.p))).limit(1); // effect: read postgres orders, read
  await db.insert(orders).values({ total: 5 }); // effect: write postgres orders, insert
  await db.insert(orders).values({ paymentId: req.body.p }).onConflictDoNothing({ target: orders.paymentId }).returning(); // effect: write postgres orders, upsert
  await db.insert(counters).values({ key: "a", count: 1 }).onConflictDoUpdate({ target: counters.key, set: { count: sql`${counters.count} + 1` } }); // effect: write postgres counters, increment
  await db.update(orders).set({ total: 6 }).where(eq(orders.id, req.params.id)); // effect: write postgres orders, set
  await db.update(counters).set({ count: sql`${counters.count} + 1` }).where(eq(counters.key, "a")); // effect: write postgres counters, increment
  await db.delete(orders).where(eq(orders.id, req.params.id)); // effect: write postgres orders, delete
  await db.query.orders.findFirst({ where: eq(orders.id, req.params.id) }); // effect: read postgres orders, read
  await db.execute(sql`DELETE FROM carts WHERE id = ${req.params.id}`); // effect: write postgres carts, delete
  await db.execute(sql`UPDATE ${orders} SET total = 1 WHERE ${orders.id} = ${req.params.id}`); // effect: write postgres orders, set
  await db.transaction(async (tx) => {
    await tx.insert(orders).values(req.body); // effect: write postgres orders, insert
  });
  let query = db.select().from(counters).$dynamic(); // effect: read postgres counters, read
  if (req.query.key) query = query.where(eq(counters.key, String(req.query.key))); // effect: read postgres counters, read
  await query;
  res.json(found);
});
