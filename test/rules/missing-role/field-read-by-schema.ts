// The type of a field says what a schema reads; what stands in it is what the constructor was given.

// file: src/schema.ts
import { z } from "zod";
export const UserSchema = z.object({ id: z.number(), roles: z.array(z.string()) });
export type User = z.infer<typeof UserSchema>;
// file: src/check.ts
import { HTTPException } from "hono/http-exception";
import type { User } from "./schema";
export class Payload {
  user!: User;
  constructor(data: Partial<Payload>) {
    if (data.user) this.user = data.user;
  }
}
export function check(payload: Payload, allowed: string[]) {
  if (payload.user.roles.every((role) => !allowed.includes(role))) throw new HTTPException(403);
}
// file: src/app.ts
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { jwt } from "hono/jwt";
import { PrismaClient } from "@prisma/client";
import { check, Payload } from "./check";
const prisma = new PrismaClient();
const app = new Hono();
app.use("*", jwt({ secret: process.env.JWT_SECRET! }));
app.use("/admin/orders/*", createMiddleware(async (c, next) => {
  check(new Payload(c.get("jwtPayload")), ["admin"]);
  await next();
}));
app.put("/admin/orders/:id", async (c) => { // silent: the middleware asks for the role
  await prisma.order.update({ where: { id: Number(c.req.param("id")) }, data: { done: true } });
  return c.json({});
});
app.put("/admin/users/:id", async (c) => { // expect: missing-role
  await prisma.user.update({ where: { id: Number(c.req.param("id")) }, data: { active: true } });
  return c.json({});
});
export default app;
