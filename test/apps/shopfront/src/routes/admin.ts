import { Router } from "express";
import { pool } from "../db.ts";
import { stripe } from "../lib/stripe.ts";
import { requireUser } from "../middleware/auth.ts";

export const admin = Router();

admin.use(requireUser);

admin.get("/users", async (_req, res) => {
  const { rows } = await pool.query("SELECT id, email, name, role, created_at FROM users ORDER BY id");
  res.json(rows);
});

admin.patch("/users/:id/role", async (req, res) => {
  const { rows } = await pool.query("UPDATE users SET role = $1 WHERE id = $2 RETURNING id, email, role", [
    req.body.role,
    req.params.id,
  ]);
  if (!rows[0]) return res.status(404).json({ error: "No such user" });
  res.json(rows[0]);
});

admin.post("/refunds", async (req, res) => {
  const { rows } = await pool.query("SELECT id, payment_intent, total_cents FROM orders WHERE id = $1", [
    req.body.orderId,
  ]);
  const order = rows[0];
  if (!order) return res.status(404).json({ error: "No such order" });

  const refund = await stripe.refunds.create({ payment_intent: order.payment_intent, amount: req.body.amount });
  await pool.query("INSERT INTO refunds (order_id, stripe_refund, cents) VALUES ($1, $2, $3)", [
    order.id,
    refund.id,
    req.body.amount,
  ]);
  res.status(201).json({ refund: refund.id });
});
