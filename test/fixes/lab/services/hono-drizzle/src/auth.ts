import { eq } from "drizzle-orm";
import { createMiddleware } from "hono/factory";
import { db } from "./db.ts";
import { users } from "./schema.ts";

export type Env = { Variables: { user: { id: number; role: string } } };

export const requireUser = createMiddleware<Env>(async (c, next) => {
  const [user] = await db
    .select()
    .from(users)
    .where(eq(users.id, Number(c.req.header("x-user") ?? 0)));
  if (!user) return c.json({ error: "Please log in" }, 401);
  c.set("user", user);
  await next();
});

export const requireRole = (role: string) =>
  createMiddleware<Env>(async (c, next) => {
    if (c.get("user")?.role !== role) return c.json({ error: "Not allowed" }, 403);
    await next();
  });
