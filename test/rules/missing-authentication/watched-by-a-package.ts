// What records requests stands ahead of every route, and refuses nobody.
import * as Sentry from "@sentry/hono/node";
import { Hono } from "hono";
import { Pool } from "pg";

const pool = new Pool();
const app = new Hono();
app.use("*", Sentry.sentry(app));

// expect: missing-authentication
app.delete("/orders/:id", async (c) => {
  await pool.query("DELETE FROM orders WHERE id = $1", [c.req.param("id")]);
  return c.body(null, 204);
});
// file: src/other.ts
import { gate } from "@house/gate/hono";
import { Hono } from "hono";
import { Pool } from "pg";

const pool = new Pool();
const app = new Hono();
app.use("*", gate(app));

app.delete("/orders/:id", async (c) => {
  await pool.query("DELETE FROM orders WHERE id = $1", [c.req.param("id")]); // silent: nobody knows what the team's own package asks
  return c.body(null, 204);
});
