// Modules run in the order of their imports, whatever their files are called.

// file: src/app.ts
import { Hono } from "hono";
export const app = new Hono();
// file: src/api/orders.ts
import { app } from "../app";
import { prisma } from "../prisma";
app.delete("/orders/:id", async (c) => { // silent: the check was imported first
  await prisma.order.delete({ where: { id: c.req.param("id") } });
  return c.body(null, 204);
});
// file: src/late/users.ts
import { app } from "../app";
import { prisma } from "../prisma";
app.delete("/users/:id", async (c) => { // silent: imported behind the check as well
  await prisma.user.delete({ where: { id: c.req.param("id") } });
  return c.body(null, 204);
});
// file: src/api/early.ts
import { app } from "../app";
import { prisma } from "../prisma";
app.delete("/invoices/:id", async (c) => { // expect: guard-after-route
  await prisma.invoice.delete({ where: { id: c.req.param("id") } });
  return c.body(null, 204);
});
// file: src/prisma.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();
// file: src/security/check.ts
import { verify } from "hono/jwt";
import { app } from "../app";
app.use("*", async (c, next) => {
  const token = c.req.header("Authorization") ?? "";
  const payload = await verify(token, process.env.JWT_SECRET!).catch(() => null);
  if (!payload) return c.text("sign in", 401);
  c.set("user", payload);
  await next();
});
// file: src/index.ts
import { app } from "./app";
import "./api/early";
import "./security/check";
import "./api/orders";
import "./late/users";
export default app;
