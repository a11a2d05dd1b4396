// https://orm.drizzle.team/docs/joins · https://orm.drizzle.team/docs/select#with-clause
import { and, eq, lt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { alias, integer, pgTable, text } from "drizzle-orm/pg-core";
import express from "express";

const orders = pgTable("orders", { id: text("id"), customerId: text("customer_id"), total: integer("total") });
const customers = pgTable("customers", { id: text("id"), parentId: text("parent_id") });
const archive = pgTable("archive", { id: text("id") });

const db = drizzle(process.env.DATABASE_URL ?? "");
const app = express();

app.get("/orders/:id", async (req, res) => {
  // effect: read postgres orders, read
  // effect: read postgres customers, read
  const order = await db
    .select()
    .from(orders)
    .leftJoin(customers, eq(customers.id, orders.customerId))
    .where(eq(orders.id, req.params.id));
  const parent = alias(customers, "parent");
  // effect: read postgres customers, read
  await db.select().from(customers).innerJoin(parent, eq(parent.id, customers.parentId));
  res.json(order);
});

app.post("/reports", async (req, res) => {
  const late = db.$with("late").as(db.select().from(orders).where(lt(orders.total, 5))); // effect: read postgres orders, read
  // effect: read postgres orders, read
  // effect: read postgres customers, read
  const found = await db.with(late).select().from(late).innerJoin(customers, eq(customers.id, late.customerId));
  const gone = db.$with("gone").as(db.delete(orders).where(eq(orders.id, req.body.id)).returning()); // effect: write postgres orders, delete
  // effect: write postgres archive, insert
  await db.with(gone).insert(archive).values({ id: req.body.id });
  const small = db.select().from(orders).where(lt(orders.total, 5)).as("small"); // effect: read postgres orders, read
  await db.select().from(small); // effect: read postgres orders, read
  // effect: write postgres orders, set
  // effect: read postgres customers, read
  await db.update(orders).set({ total: 0 }).from(customers).where(and(eq(customers.id, req.body.id)));
  res.json(found);
});
