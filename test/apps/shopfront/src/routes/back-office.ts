import { Router } from "express";
import { pool } from "../db.ts";
import { requireRole, requireUser } from "../middleware/auth.ts";

export const backOffice = Router();

backOffice.use(requireUser, requireRole("admin"));

backOffice.get("/revenue", async (_req, res) => {
  const { rows } = await pool.query(
    "SELECT date_trunc('day', created_at) AS day, sum(cents) AS cents FROM payments GROUP BY 1 ORDER BY 1",
  );
  res.json(rows);
});

backOffice.put("/products/:sku", async (req, res) => {
  const { name, priceCents, stock } = req.body;
  const { rows } = await pool.query(
    `INSERT INTO products (sku, name, price_cents, stock) VALUES ($1, $2, $3, $4)
     ON CONFLICT (sku) DO UPDATE SET name = $2, price_cents = $3, stock = $4
     RETURNING id, sku, name, price_cents, stock`,
    [req.params.sku, name, priceCents, stock],
  );
  res.json(rows[0]);
});
