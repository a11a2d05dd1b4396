import { Router } from "express";
import { z } from "zod";
import { pool } from "../db.ts";
import { stripe } from "../lib/stripe.ts";
import { requireUser } from "../middleware/auth.ts";

export const checkout = Router();

const checkoutInput = z.object({
  productId: z.number().int(),
  quantity: z.number().int().min(1).max(20),
});

checkout.post("/checkout", requireUser, async (req, res) => {
  const { productId, quantity } = checkoutInput.parse(req.body);

  const found = await pool.query("SELECT id, name, price_cents, stock FROM products WHERE id = $1", [productId]);
  const product = found.rows[0];
  if (!product) return res.status(404).json({ error: "No such product" });
  if (product.stock < quantity) return res.status(409).json({ error: "Sold out" });

  const total = product.price_cents * quantity;
  const created = await pool.query(
    "INSERT INTO orders (user_id, product_id, quantity, total_cents, status) VALUES ($1, $2, $3, $4, 'pending') RETURNING id",
    [req.user!.id, product.id, quantity, total],
  );
  const order = created.rows[0];

  const payment = await stripe.paymentIntents.create({
    amount: total,
    currency: "eur",
    metadata: { orderId: String(order.id) },
  });

  await pool.query("UPDATE orders SET payment_intent = $1 WHERE id = $2", [payment.id, order.id]);
  await pool.query("UPDATE products SET stock = $1 WHERE id = $2", [product.stock - quantity, product.id]);

  res.status(201).json({ orderId: order.id, clientSecret: payment.client_secret });
});

// Pays an open order again, after a declined card.
checkout.post("/orders/:id/pay", requireUser, async (req, res) => {
  const { rows } = await pool.query("SELECT id, total_cents, status FROM orders WHERE id = $1 AND user_id = $2", [
    req.params.id,
    req.user!.id,
  ]);
  const order = rows[0];
  if (!order) return res.status(404).json({ error: "No such order" });
  if (order.status !== "pending") return res.status(409).json({ error: "This order is paid" });

  const payment = await stripe.paymentIntents.create(
    { amount: order.total_cents, currency: "eur", metadata: { orderId: String(order.id) } },
    { idempotencyKey: `order-${order.id}-payment` },
  );
  await pool.query("UPDATE orders SET payment_intent = $1 WHERE id = $2", [payment.id, order.id]);
  res.json({ orderId: order.id, clientSecret: payment.client_secret });
});
