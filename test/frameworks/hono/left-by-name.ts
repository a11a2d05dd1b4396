// What middleware leaves by name is found by `get` and on `var`. https://hono.dev/docs/api/context#set-get
// file: src/server.ts
import { drizzle } from "drizzle-orm/postgres-js";
import { eq } from "drizzle-orm";
import { Hono } from "hono";
import { orders } from "./schema";

const app = new Hono();
app.use(async (c, next) => {
  c.set("db", drizzle(c.env.DATABASE_URL));
  await next();
});
app.get("/orders", async (c) => { // entry: GET /orders
  const rows = await c.get("db").select().from(orders); // effect: read postgres orders, read
  return c.json(rows);
});
app.delete("/orders/:id", async (c) => { // entry: DELETE /orders/:id
  const { db } = c.var;
  await db.delete(orders).where(eq(orders.id, c.req.param("id"))); // effect: write postgres orders, delete
  return c.body(null, 204);
});
export default app;

// file: src/schema.ts
import { pgTable, text } from "drizzle-orm/pg-core";
export const orders = pgTable("orders", { id: text().primaryKey() });
