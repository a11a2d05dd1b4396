import { createHmac, timingSafeEqual } from "node:crypto";
import express from "express";
import { Pool } from "pg";
import Stripe from "stripe";
import { receive } from "@acme/webhooks";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const pool = new Pool();
const app = express();

app.post("/webhooks/open", async (req, res) => { // expect: unverified-webhook
  //                       ^^^^^ Anyone can send POST /webhooks/open a message
  await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [req.body.orderId]);
  res.end();
});
app.post("/webhooks/stripe", express.raw({ type: "*/*" }), async (req, res) => { // silent: the provider's own check
  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"]!, process.env.WEBHOOK_SECRET!);
  await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [event.data.object.id]);
  res.end();
});
app.post("/webhooks/hmac", async (req, res) => { // silent: two calls deep
  assertSigned(req);
  await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [req.body.orderId]);
  res.end();
});
app.post("/webhooks/shared-secret", async (req, res) => { // silent: a shared secret
  const secret = process.env.SHARED;
  if (!secret || req.headers["x-token"] !== secret) return res.sendStatus(401);
  await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [req.body.orderId]);
  res.end();
});
app.post("/webhooks/asked", async (req, res) => { // silent: the provider is asked
  const intent = await stripe.paymentIntents.retrieve(req.body.id);
  await pool.query("UPDATE orders SET status = $1 WHERE id = $2", [intent.status, intent.metadata.order]);
  res.end();
});
app.post("/webhooks/package", async (req, res) => { // silent: what the package checks is unknown
  await receive(req);
  await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [req.body.orderId]);
  res.end();
});

function assertSigned(req: express.Request) {
  const given = Buffer.from(req.get("x-signature") ?? "", "hex");
  if (!matches(given, sign(req.body))) throw new Error("Bad signature");
}

function sign(body: unknown) {
  return createHmac("sha256", process.env.HOOK_SECRET!).update(JSON.stringify(body)).digest();
}

function matches(a: Buffer, b: Buffer) {
  return a.length === b.length && timingSafeEqual(a, b);
}
