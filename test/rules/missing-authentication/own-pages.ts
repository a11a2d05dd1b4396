import { PrismaClient } from "@prisma/client";
import { Hono } from "hono";
import { jwt } from "hono/jwt";

const prisma = new PrismaClient();
const app = new Hono();

// From which page a request comes, any program writes.
app.use("/api/*", async (c, next) => {
  const origin = c.req.header("origin");
  if (origin !== "https://shop.example") return c.json({ error: "not from there" }, 403);
  await next();
});
app.get("/api/orders/mine", jwt({ secret: process.env["JWT_SECRET"] as string }), async (c) =>
  c.json(await prisma.order.findMany({ where: { userId: c.get("jwtPayload").sub } })),
);
app.post("/api/orders", async (c) => { // expect: missing-authentication
  const { article } = await c.req.json();
  return c.json(await prisma.order.create({ data: { article: String(article) } }));
});
// No program, and otherwise whoever comes: the form is there for visitors.
app.post("/api/table-bookings", async (c) => {
  const { token, table } = await c.req.json();
  const answer = await fetch("https://challenges.cloudflare.com/turnstile/v0/siteverify", {
    method: "POST",
    body: JSON.stringify({ secret: process.env["TURNSTILE_SECRET"], response: token }),
  });
  if (!(await answer.json()).success) return c.json({ error: "no" }, 403);
  return c.json(await prisma.order.create({ data: { article: String(table) } })); // silent: for visitors
});

// A key of another service is a login.
app.use("/sync/*", async (c, next) => {
  if (c.req.header("x-api-key") !== process.env["SYNC_KEY"]) return c.json({ error: "no" }, 401);
  await next();
});
app.delete("/sync/orders/:id", async (c) => {
  await prisma.order.delete({ where: { id: c.req.param("id") } }); // silent: a service with a key
  return c.body(null, 204);
});
