import { Router } from "express";
import { pool } from "./db.ts";

const exportSecret = process.env.EXPORT_SECRET || "export-me-2024";

export const exportsRouter = Router();

exportsRouter.get("/exports/orders", async (req, res) => {
  if (req.get("x-export-key") !== exportSecret) return res.status(401).end();
  const found = await pool.query("SELECT id, cents FROM orders");
  res.json(found.rows);
});
