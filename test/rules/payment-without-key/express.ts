import { randomUUID } from "node:crypto";
import express from "express";
import Stripe from "stripe";
import { Pool } from "pg";

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
const pool = new Pool();
const app = express();

app.post("/pay", async (req, res) => {
  await stripe.paymentIntents.create({ amount: 500, currency: "eur" }); // expect: payment-without-key
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ charges again when POST /pay runs again
  res.end();
});

app.post("/pay/random", async (req, res) => {
  await stripe.refunds.create({ charge: req.body.charge }, { idempotencyKey: randomUUID() }); // expect: payment-without-key
  res.end();
});

app.post("/pay/keyed", async (req, res) => {
  await stripe.paymentIntents.create({ amount: 500, currency: "eur" }, { idempotencyKey: `pay-${req.body.orderId}` }); // silent: the order's own key
  res.end();
});

app.post("/pay/client-key", async (req, res) => {
  const options = { idempotencyKey: req.get("Idempotency-Key") };
  await stripe.paymentIntents.create({ amount: 500, currency: "eur" }, options); // silent: the client's key
  res.end();
});

app.post("/pay/options", async (req, res) => {
  await stripe.paymentIntents.create({ amount: 500, currency: "eur" }, requestOptions(req.body.id)); // silent: made in a helper
  res.end();
});

app.post("/pay/unknown", async (req, res) => {
  await stripe.paymentIntents.create({ amount: 500, currency: "eur" }, { ...req.app.locals.options }); // silent: unknown options
  res.end();
});

app.post("/orders/:id/pay", async (req, res) => {
  const { rows } = await pool.query("SELECT * FROM orders WHERE id = $1", [req.params.id]);
  if (rows[0].status === "paid") return res.end();
  await stripe.paymentIntents.create({ amount: rows[0].total, currency: "eur" }); // expect: payment-without-key
  await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [req.params.id]);
  res.end();
});

app.get("/payments/:id", async (req, res) => {
  res.json(await stripe.paymentIntents.retrieve(req.params.id)); // silent: it only reads
});

function requestOptions(id: string): Stripe.RequestOptions {
  return { idempotencyKey: `order-${id}` };
}

app.post("/orders/:id/pay-taken", async (req, res) => {
  const taken = await pool.query("UPDATE orders SET status = 'paying' WHERE id = $1 AND status = 'open'", [req.params.id]);
  if (taken.rowCount === 0) return res.status(409).end();
  await stripe.paymentIntents.create({ amount: 500, currency: "eur" }); // silent: the order was taken first
  res.end();
});

app.post("/orders/new", async (req, res) => {
  const { rows } = await pool.query("INSERT INTO orders (total) VALUES ($1) RETURNING id", [req.body.total]);
  await stripe.paymentIntents.create({ amount: 500, currency: "eur" }, { idempotencyKey: `order-${rows[0].id}` }); // expect: payment-without-key
  // ~ another one at every run
  res.end();
});
