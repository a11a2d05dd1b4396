// file: src/stripe.ts
import Stripe from "stripe";

export const stripe = new Stripe(process.env.STRIPE_KEY!);
// file: src/app.ts
import express from "express";
import { hooks } from "./hooks.ts";

const app = express();
app.use(express.json({ limit: "1mb" }));
app.use(hooks);
app.listen(3000);
// file: src/hooks.ts
import { Router } from "express";
import { Pool } from "pg";
import { stripe } from "./stripe.ts";

const pool = new Pool();
export const hooks = Router();

hooks.post("/webhooks/stripe", async (req, res) => { // expect: unverified-webhook
  await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [req.body.data.object.metadata.order]);
  res.json({ received: true });
});
hooks.post("/webhooks/github", async (req, res) => { // expect: unverified-webhook
  await pool.query("UPDATE repositories SET pushed = true WHERE name = $1", [req.body.repository.name]);
  res.end();
});
hooks.get("/balance", async (_req, res) => { // silent: no webhook
  res.json(await stripe.balance.retrieve());
});
// file: src/hono.ts
import { Hono } from "hono";
import { Pool } from "pg";

const pool = new Pool();
const api = new Hono();

api.post("/webhooks/shopify", async (c) => { // expect: unverified-webhook
  const { id } = await c.req.json();
  await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [id]);
  return c.body(null, 204);
});
api.get("/health", (c) => c.text("ok")); // silent: nothing happens
export default api;
