import { Hono } from "hono";
import { db } from "./db.ts";
import { users as userTable } from "./schema.ts";

export const users = new Hono();

users.post("/users", async (c) => {
  const { email, role } = await c.req.json();
  const [created] = await db
    .insert(userTable)
    .values({ email, role: role ?? "customer" })
    .returning();
  return c.json({ email: created?.email, role: created?.role }, 201);
});
