import { Router } from "express";
import { pool } from "./db.ts";

export const refunds = Router();

refunds.post("/webhooks/stripe/refunds", async (req, res) => {
  const { metadata } = req.body.data.object;
  await pool.query("UPDATE orders SET status = 'refunded' WHERE id = $1", [metadata.order]);
  res.json({ received: true });
});
