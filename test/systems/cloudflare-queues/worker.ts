// file: wrangler.toml
[[queues.producers]]
binding = "MAILS"
queue = "mails"
[[queues.consumers]]
queue = "mails"
[[queues.consumers]]
queue = "counts"
[[d1_databases]]
binding = "DB"
database_name = "letters"
// file: migrations/1.sql
CREATE TABLE once (id TEXT PRIMARY KEY);
// file: src/index.ts
import { Hono } from "hono";

const app = new Hono();
app.post("/mails", async (c) => {
  await c.env.MAILS.send(await c.req.json()); // effect: publish cloudflare-queues mails, publish
  await c.env.MAILS.sendBatch([{ body: 1 }]); // effect: publish cloudflare-queues mails, publish
  return c.text("");
});

app.post("/once", async (c) => {
  const { meta } = await c.env.DB.prepare("INSERT OR IGNORE INTO once (id) VALUES (?)").bind(c.req.header("key")).run(); // effect: write cloudflare-d1 once, upsert, safe
  if (meta.changes) await c.env.MAILS.send({ to: "a" }); // effect: publish cloudflare-queues mails, publish, safe
  return c.text("");
});

// One function for all queues: each knows which one it is.
export default {
  fetch: app.fetch,
  async queue(batch, env) {
    if (batch.queue === "mails") {
      for (const message of batch.messages) await env.DB.prepare("INSERT INTO mails (body) VALUES (?)").bind(message.body).run(); // effect: write cloudflare-d1 mails, insert, unsafe, from mails
      return;
    }
    await env.DB.prepare("UPDATE counts SET n = n + 1").run(); // effect: write cloudflare-d1 counts, increment, unsafe, from counts
  },
};
