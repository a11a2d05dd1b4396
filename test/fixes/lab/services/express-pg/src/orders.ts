import { Router } from "express";
import { requireUser } from "./auth.ts";
import { pool } from "./db.ts";
import { receipts } from "./queue.ts";
import { stripe } from "./stripe.ts";

export const orders = Router();

orders.get("/orders", requireUser, async (req, res) => {
  const found = await pool.query("SELECT id, cents FROM orders WHERE user_id = $1", [req.user!.id]);
  res.json(found.rows);
});

orders.get("/orders/:id", requireUser, async (req, res) => {
  const found = await pool.query("SELECT id, cents, status FROM orders WHERE id = $1", [req.params.id]);
  if (!found.rows[0]) return res.status(404).json({ error: "No such order" });
  res.json(found.rows[0]);
});

orders.post("/orders", requireUser, async (req, res) => {
  const created = await pool.query("INSERT INTO orders (user_id, cents) VALUES ($1, $2) RETURNING cents, status", [
    req.user!.id,
    req.body.cents,
  ]);
  res.status(201).json(created.rows[0]);
});

orders.post("/orders/:id/pay", requireUser, async (req, res) => {
  const found = await pool.query("SELECT id, cents FROM orders WHERE id = $1 AND user_id = $2", [
    req.params.id,
    req.user!.id,
  ]);
  const order = found.rows[0];
  if (!order) return res.status(404).json({ error: "No such order" });

  const payment = await stripe.paymentIntents.create({ amount: order.cents, currency: "eur" });
  res.json({ status: payment.status });
});

orders.post("/donations", requireUser, async (req, res) => {
  const payment = await stripe.paymentIntents.create({
    amount: req.body.cents,
    currency: "eur",
  });
  res.json({ status: payment.status });
});

orders.post("/orders/:id/receipt", requireUser, async (req, res) => {
  await receipts.add("receipt", { orderId: Number(req.params.id) });
  res.status(202).end();
});

orders.post("/orders/:id/close", requireUser, async (req, res) => {
  const order = { id: Number(req.params.id), cents: req.body.cents };

  await pool.query("UPDATE orders SET status = 'closed' WHERE id = $1", [order.id]);
  // The receipt's number is wrong on purpose where the scenario wants a failure.
  await pool.query("INSERT INTO receipts (order_id) VALUES ($1)", [req.body.receipt]);
  res.json({ closed: order.id });
});

orders.post("/points/spend", requireUser, async (req, res) => {
  const found = await pool.query("SELECT id, points FROM users WHERE id = $1", [req.user!.id]);
  const user = found.rows[0];
  await pool.query("UPDATE users SET points = $1 WHERE id = $2", [user.points - req.body.points, user.id]);
  res.status(204).end();
});

orders.post("/orders/:id/bill", requireUser, async (req, res) => {
  const id = Number(req.params.id);
  await pool.query("UPDATE orders SET status = 'billed' WHERE id = $1 AND user_id = $2", [id, req.user!.id]);
  await receipts.add("receipt", { orderId: id, lost: req.body.lost });
  res.json({ billed: id });
});
