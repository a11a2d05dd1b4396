import { Router } from "express";
import { pool } from "../db.ts";
import { requireUser } from "../middleware/auth.ts";

export const cart = Router();

cart.use(requireUser);

cart.get("/", async (req, res) => {
  const { rows } = await pool.query("SELECT product_id, quantity FROM cart_items WHERE user_id = $1", [req.user!.id]);
  res.json(rows);
});

cart.post("/items", async (req, res) => {
  const { productId, quantity } = req.body;
  await pool.query(
    `INSERT INTO cart_items (user_id, product_id, quantity) VALUES ($1, $2, $3)
     ON CONFLICT (user_id, product_id) DO UPDATE SET quantity = cart_items.quantity + $3`,
    [req.user!.id, productId, quantity],
  );
  res.status(204).end();
});

cart.put("/items/:productId", async (req, res) => {
  await pool.query(
    `INSERT INTO cart_items (user_id, product_id, quantity) VALUES ($1, $2, $3)
     ON CONFLICT (user_id, product_id) DO UPDATE SET quantity = $3`,
    [req.user!.id, req.params.productId, req.body.quantity],
  );
  res.status(204).end();
});

cart.delete("/items/:productId", async (req, res) => {
  await pool.query("DELETE FROM cart_items WHERE user_id = $1 AND product_id = $2", [
    req.user!.id,
    req.params.productId,
  ]);
  res.status(204).end();
});
