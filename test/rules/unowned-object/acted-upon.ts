// A row that every other endpoint limits to the tenant is found by its id alone, and something is done with it.

// file: package.json
{ "name": "monitors", "dependencies": { "hono": "4", "drizzle-orm": "0.40", "jsonwebtoken": "9", "zod": "4" } }
// file: src/schema.ts
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { z } from "zod";

export const probe = sqliteTable("probe", {
  id: integer("id").primaryKey(),
  url: text("url").notNull(),
  method: text("method"),
  deletedAt: integer("deleted_at"),
  workspaceId: integer("workspace_id").notNull(),
});
export const probeRun = sqliteTable("probe_run", {
  id: integer("id").primaryKey(),
  probeId: integer("probe_id").references(() => probe.id),
  workspaceId: integer("workspace_id").notNull(),
});
export const probeSchema = z.object({ id: z.number(), url: z.string(), workspaceId: z.number() });
// file: src/app.ts
import { and, eq, isNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { Hono } from "hono";
import jwt from "jsonwebtoken";
import { probe, probeRun, probeSchema } from "./schema.ts";

const db = drizzle(process.env.DATABASE_URL);
const app = new Hono();
app.use(async (c, next) => {
  const token = c.req.header("authorization");
  if (!token) return c.json({}, 401);
  c.set("workspaceId", jwt.verify(token, process.env.TOKEN_KEY).workspaceId);
  await next();
});

app.get("/probes", async (c) => c.json(await db.select().from(probe).where(eq(probe.workspaceId, c.get("workspaceId"))).all()));
app.get("/probes/:id", async (c) =>
  c.json(
    await db
      .select()
      .from(probe)
      .where(and(eq(probe.id, Number(c.req.param("id"))), eq(probe.workspaceId, c.get("workspaceId"))))
      .get(),
  ),
);
app.put("/probes/:id", async (c) => {
  await db
    .update(probe)
    .set({ url: (await c.req.json()).url })
    .where(and(eq(probe.id, Number(c.req.param("id"))), eq(probe.workspaceId, c.get("workspaceId"))));
  return c.json({});
});

app.post("/probes/:id/run", async (c) => {
  const found = await db // expect: unowned-object
    .select()
    .from(probe)
    .where(and(eq(probe.id, Number(c.req.param("id"))), isNull(probe.deletedAt)))
    .get();
  if (!found) return c.json({}, 404);
  const parsed = probeSchema.safeParse(found);
  if (!parsed.success) return c.json({}, 400);
  const row = parsed.data;
  await db.insert(probeRun).values({ probeId: row.id, workspaceId: row.workspaceId });
  await fetch("https://checker.example/run", { method: "POST", body: JSON.stringify({ url: row.url }) });
  return c.json({ started: true });
});

app.post("/probes/:id/test", async (c) => {
  const found = await db
    .select()
    .from(probe)
    .where(and(eq(probe.id, Number(c.req.param("id"))), eq(probe.workspaceId, c.get("workspaceId")))) // silent: the tenant's own
    .get();
  if (!found) return c.json({}, 404);
  await fetch("https://checker.example/run", { method: "POST", body: JSON.stringify({ url: found.url }) });
  return c.json({ started: true });
});

app.post("/probes/:id/share", async (c) => {
  const found = await db
    .select()
    .from(probe)
    .where(eq(probe.id, Number(c.req.param("id")))) // silent: compared before anything is done
    .get();
  if (!found || found.workspaceId !== c.get("workspaceId")) return c.json({}, 404);
  await fetch("https://checker.example/share", { method: "POST", body: JSON.stringify({ url: found.url }) });
  return c.json({ started: true });
});

app.post("/probes/:id/wish", async (c) => {
  const found = await db
    .select()
    .from(probe)
    .where(eq(probe.id, Number(c.req.param("id")))) // silent: nothing of the row goes anywhere
    .get();
  if (!found) return c.json({}, 404);
  await db.insert(probeRun).values({ workspaceId: c.get("workspaceId") });
  return c.json({ started: true });
});
