import { eq, not, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { boolean, integer, pgTable } from "drizzle-orm/pg-core";
import express from "express";

const app = express();
const db = drizzle(process.env.DATABASE_URL ?? "");
const orders = pgTable("orders", { id: integer("id").primaryKey(), urgent: boolean("urgent"), open: boolean("open") });

app.post("/orders/:id/urgent", async (req, res) => {
  await db.update(orders).set({ urgent: not(orders.urgent) }).where(eq(orders.id, req.body.id)); // expect: unguarded-increment
  res.end();
});
app.post("/orders/:id/turn", async (req, res) => {
  await db.update(orders).set({ urgent: sql`NOT ${orders.urgent}` }).where(eq(orders.id, req.body.id)); // expect: unguarded-increment
  res.end();
});
app.post("/orders/:id/copy", async (req, res) => {
  await db.update(orders).set({ urgent: not(orders.open) }).where(eq(orders.id, req.body.id)); // silent: of another column
  res.end();
});
app.post("/orders/:id/off", async (req, res) => {
  await db.update(orders).set({ urgent: false }).where(eq(orders.id, req.body.id)); // silent: set
  res.end();
});
