import { Router } from "express";
import { requireUser } from "./auth.ts";
import { pool } from "./db.ts";

export const reviews = Router();

reviews.post("/reviews", requireUser, async (req, res) => {
  const { text, stars } = req.body;
  await pool.query("INSERT INTO reviews (user_id, text, stars) VALUES ($1, $2, $3)", [req.user!.id, text, stars]);
  res.status(201).json({ stored: true });
});

reviews.post("/orders/:id/favourite", requireUser, async (req, res) => {
  const order = Number(req.params.id);
  const known = await pool.query("SELECT id FROM favourites WHERE user_id = $1 AND order_id = $2", [
    req.user!.id,
    order,
  ]);
  if (known.rows.length > 0) return res.json({ favourite: true });
  await pool.query("INSERT INTO favourites (user_id, order_id) VALUES ($1, $2)", [req.user!.id, order]);
  res.json({ favourite: true });
});
