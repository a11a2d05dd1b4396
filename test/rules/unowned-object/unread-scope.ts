// What a key may do is asked in code that cannot be read; whoever passes it is held to their own rows wherever rows are found by an id.
// file: src/held/app.ts
import { mayWrite } from "@house/scopes";
import { PrismaClient } from "@prisma/client";
import { Hono } from "hono";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = new Hono();

app.use("*", async (c, next) => {
  c.set("key", jwt.verify(c.req.header("x-api-key"), process.env.KEY));
  await next();
});
app.use("*", async (c, next) => {
  if (!(await mayWrite(c.req.raw))) return c.text("Forbidden", 403);
  await next();
});

app.post("/monitors", async (c) => {
  const { name } = await c.req.json();
  return c.json(await prisma.monitor.create({ data: { name, workspaceId: c.get("key").workspaceId } }));
});
app.get("/monitors/:id", async (c) =>
  c.json(await prisma.monitor.findFirst({ where: { id: c.req.param("id"), workspaceId: c.get("key").workspaceId } })),
);
app.put("/monitors/:id", async (c) => {
  const { name } = await c.req.json();
  const where = { id: c.req.param("id"), workspaceId: c.get("key").workspaceId };
  await prisma.monitor.updateMany({ where, data: { name } }); // silent
  return c.body(null, 204);
});
app.post("/monitors/:id/pause", async (c) => {
  const where = { id: c.req.param("id"), workspaceId: c.get("key").workspaceId };
  await prisma.monitor.updateMany({ where, data: { paused: true } }); // silent
  return c.body(null, 204);
});
app.delete("/monitors/:id", async (c) => {
  await prisma.monitor.delete({ where: { id: c.req.param("id") } }); // expect: unowned-object
  return c.body(null, 204);
});

// file: src/staff/app.ts
import { mayWrite } from "@house/scopes";
import { PrismaClient } from "@prisma/client";
import { Hono } from "hono";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = new Hono();

app.use("*", async (c, next) => {
  c.set("key", jwt.verify(c.req.header("x-api-key"), process.env.KEY));
  await next();
});
app.use("*", async (c, next) => {
  if (!(await mayWrite(c.req.raw))) return c.text("Forbidden", 403);
  await next();
});

app.post("/reports", async (c) => {
  const { name } = await c.req.json();
  return c.json(await prisma.report.create({ data: { name, workspaceId: c.get("key").workspaceId } }));
});
app.delete("/reports/:id", async (c) => {
  await prisma.report.delete({ where: { id: c.req.param("id") } }); // silent: nothing tells that whoever passes the check may not have them all
  return c.body(null, 204);
});
