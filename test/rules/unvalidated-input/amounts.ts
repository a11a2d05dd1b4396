import express from "express";
import Stripe from "stripe";
import { Pool } from "pg";

const app = express();
const pool = new Pool();
const stripe = new Stripe("");

app.post("/orders", async (req, res) => {
  await pool.query("INSERT INTO orders (item, price) VALUES ($1, $2)", [req.body.item, req.body.price]); // expect: unvalidated-input
  res.sendStatus(204);
});
app.post("/pay", async (req, res) => {
  await stripe.paymentIntents.create({ amount: req.body.amount, currency: "eur" }, { idempotencyKey: req.body.orderId }); // expect: unvalidated-input
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ POST /pay writes "amount" of the request into the payment
  res.sendStatus(204);
});
app.post("/pay/limited", async (req, res) => {
  const { amount } = req.body;
  if (!Number.isInteger(amount) || amount < 100) return res.sendStatus(400);
  await stripe.paymentIntents.create({ amount, currency: "eur" }, { idempotencyKey: req.body.orderId }); // silent: tested by hand
  res.sendStatus(204);
});
app.post("/pay/price", async (req, res) => {
  const { rows } = await pool.query("SELECT price FROM items WHERE id = $1", [req.body.item]);
  await stripe.paymentIntents.create({ amount: rows[0].price, currency: "eur" }, { idempotencyKey: req.body.orderId }); // silent: the price of the shop
  res.sendStatus(204);
});
