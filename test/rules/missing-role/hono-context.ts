// What middleware puts on the context is no check: the path stays readable.
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { Pool } from "pg";

const pool = new Pool();
const app = new Hono();

const requireUser = createMiddleware(async (c, next) => {
  const found = await pool.query("SELECT id, role FROM users WHERE token = $1", [c.req.header("authorization")]);
  if (!found.rows[0]) return c.json({ error: "Please log in" }, 401);
  c.set("user", found.rows[0]);
  await next();
});

const requireRole = (role: string) =>
  createMiddleware(async (c, next) => {
    if (c.get("user").role !== role) return c.json({ error: "Not allowed" }, 403);
    c.header("x-role", role);
    await next();
  });

app.get("/admin/users", requireUser, requireRole("admin"), async (c) => {
  const found = await pool.query("SELECT id, email FROM users");
  return c.json(found.rows);
}); // silent: it asks for the role

app.get("/admin/accounts", requireUser, listAccounts);

async function listAccounts(c: any) { // expect: missing-role
  const found = await pool.query("SELECT id, owner FROM accounts");
  return c.json(found.rows);
}
