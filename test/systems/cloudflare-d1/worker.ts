// file: wrangler.toml
name = "letters"
main = "src/index.ts"
[[d1_databases]]
binding = "DB"
database_name = "letters"
[[env.staging.d1_databases]]
binding = "OLD"
database_name = "letters-old"
// file: migrations/0001_init.sql
CREATE TABLE readers (id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, letters INTEGER NOT NULL DEFAULT 0);
CREATE TABLE sent (id TEXT PRIMARY KEY, reader_id TEXT NOT NULL);
// file: src/index.ts
import { Hono } from "hono";

const app = new Hono<{ Bindings: { DB: D1Database; OLD: D1Database } }>();

app.get("/readers/:id", async (c) => {
  const reader = await c.env.DB.prepare("SELECT id, email FROM readers WHERE id = ?1").bind(c.req.param("id")).first(); // effect: read cloudflare-d1 readers, read
  return c.json(reader);
});
app.post("/readers", async (c) => {
  const { email } = await c.req.json();
  const { DB } = c.env;
  await DB.prepare("INSERT INTO readers (id, email) VALUES (?2, ?1)").bind(email, crypto.randomUUID()).run(); // effect: write cloudflare-d1 readers, insert, safe
  return c.text("");
});
app.post("/sent", async (c) => {
  const { reader, ids } = await c.req.json();
  const add = c.env.DB.prepare("INSERT INTO sent (id, reader_id) VALUES (?1, ?2)");
  await c.env.DB.batch([ // effect: write cloudflare-d1 sent, insert, safe // effect: write cloudflare-d1 readers, increment, safe
    ...ids.map((id) => add.bind(id, reader)),
    c.env.DB.prepare("UPDATE readers SET letters = letters + 1 WHERE id = ?").bind(reader),
  ]);
  return c.text("");
});
app.delete("/readers/:id", async (c) => {
  await c.env.OLD.prepare("DELETE FROM readers WHERE id = ?").bind(c.req.param("id")).run(); // effect: write cloudflare-d1 readers, delete
  await c.env.DB.exec("DELETE FROM sent WHERE reader_id IS NULL"); // effect: write cloudflare-d1 sent, delete
  return c.text("");
});
export default app;
