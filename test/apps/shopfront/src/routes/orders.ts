import { Router } from "express";
import { pool } from "../db.ts";
import { requireUser } from "../middleware/auth.ts";

export const orders = Router();

orders.get("/", requireUser, async (req, res) => {
  const { rows } = await pool.query(
    "SELECT id, product_id, quantity, total_cents, status FROM orders WHERE user_id = $1 ORDER BY id DESC",
    [req.user!.id],
  );
  res.json(rows);
});

orders.get("/:id", requireUser, async (req, res) => {
  const { rows } = await pool.query("SELECT * FROM orders WHERE id = $1", [req.params.id]);
  if (!rows[0]) return res.status(404).json({ error: "No such order" });
  res.json(rows[0]);
});

orders.get("/:id/invoice", requireUser, async (req, res) => {
  const { rows } = await pool.query(
    "SELECT id, total_cents, status, created_at FROM orders WHERE id = $1 AND user_id = $2",
    [req.params.id, req.user!.id],
  );
  if (!rows[0]) return res.status(404).json({ error: "No such order" });
  res
    .type("text/plain")
    .send(`Invoice ${rows[0].id}: ${(rows[0].total_cents / 100).toFixed(2)} EUR, ${rows[0].status}`);
});
