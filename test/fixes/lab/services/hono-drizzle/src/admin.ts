import { eq, sum } from "drizzle-orm";
import { Hono } from "hono";
import { type Env, requireRole, requireUser } from "./auth.ts";
import { db } from "./db.ts";
import { orders, users } from "./schema.ts";

export const admin = new Hono<Env>();

admin.get("/users", requireUser, requireRole("admin"), async (c) => {
  return c.json(await db.select({ id: users.id, email: users.email }).from(users));
});

admin.delete("/users/:id", requireUser, async (c) => {
  const gone = await db
    .delete(users)
    .where(eq(users.id, Number(c.req.param("id"))))
    .returning();
  return c.json({ deleted: gone.length });
});

// Everything anybody ever bought.
admin.get("/reports/sales", async (c) => {
  const found = await db
    .select({ user: orders.userId, cents: sum(orders.cents) })
    .from(orders)
    .groupBy(orders.userId)
    .orderBy(orders.userId);
  return c.json(found);
});

admin.get("/reports/customers", async (c) => {
  const found = await db.select({ email: users.email }).from(users).where(eq(users.role, "customer")).orderBy(users.id);
  return c.json(found);
});
