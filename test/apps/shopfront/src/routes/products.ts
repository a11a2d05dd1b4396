import { Router } from "express";
import { pool } from "../db.ts";

export const products = Router();

products.get("/", async (_req, res) => {
  const { rows } = await pool.query("SELECT id, sku, name, price_cents, stock FROM products ORDER BY name");
  res.json(rows);
});

products.get("/:id", async (req, res) => {
  const { rows } = await pool.query("SELECT id, sku, name, price_cents, stock FROM products WHERE id = $1", [
    req.params.id,
  ]);
  if (!rows[0]) return res.status(404).json({ error: "No such product" });
  res.json(rows[0]);
});
