// A check that refuses only those who are signed in lets everybody else pass.
import { drizzle } from "drizzle-orm/node-postgres";
import { eq } from "drizzle-orm";
import { pgTable, text } from "drizzle-orm/pg-core";
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { verify } from "hono/jwt";

const shops = pgTable("shops", { id: text("id").primaryKey(), open: text("open") });
const db = drizzle(process.env.DATABASE_URL);
const STAFF = ["admin"];

const whoever = createMiddleware(async (c, next) => {
  const token = c.req.header("authorization");
  c.set("user", token ? await verify(token, process.env.KEY) : null);
  await next();
});
const staff = createMiddleware(async (c, next) => {
  const user = c.get("user");
  if (user?.kind && !STAFF.includes(user.kind)) return c.json({ error: "not allowed" }, 401);
  return next();
});
const certain = createMiddleware(async (c, next) => {
  const user = c.get("user");
  if (!user?.kind || !STAFF.includes(user.kind)) return c.json({ error: "not allowed" }, 401);
  return next();
});
const someone = createMiddleware(async (c, next) => {
  if (!c.get("user")) return c.json({ error: "sign in" }, 401);
  return next();
});

const app = new Hono();
app.put("/admin/shops/:id/close", whoever, staff, async (c) => { // expect: missing-authentication
  await db.update(shops).set({ open: "no" }).where(eq(shops.id, c.req.param("id")));
  return c.json({});
});
app.put("/admin/shops/:id/open", whoever, certain, async (c) => { // silent: nobody is refused, too
  await db.update(shops).set({ open: "yes" }).where(eq(shops.id, c.req.param("id")));
  return c.json({});
});
app.delete("/admin/shops/:id", whoever, someone, staff, async (c) => { // silent: somebody is signed in
  await db.delete(shops).where(eq(shops.id, c.req.param("id")));
  return c.json({});
});
export default app;
