// file: package.json
{ "dependencies": { "hono": "4" } }

// file: src/index.ts
import { Hono } from "hono";

const app = new Hono();

app.get("/orders", async (c) => {
  if (c.req.header("X-Key") !== c.env.ADMIN_KEY) return c.json({}, 401); // expect: unset-secret-compare
  return c.json(await c.env.DB.prepare("SELECT * FROM orders").all());
});

app.get("/refunds", async (c) => {
  const key = c.env.REFUNDS_KEY;
  if (!key || c.req.header("X-Key") !== key) return c.json({}, 401); // silent: asked
  return c.json(await c.env.DB.prepare("SELECT * FROM refunds").all());
});

app.post("/messages", async (c) => {
  const { from, text } = await c.req.json();
  if (from === c.env.OWN_KEY) return c.json({}); // silent: whoever is the same is turned away
  await c.env.DB.prepare("INSERT INTO messages (text) VALUES (?)").bind(text).run();
  return c.json({});
});

export default app;
