import { Router } from "express";
import { pool } from "./db.ts";

export const reports = Router();

// Everything anybody ever bought.
reports.get("/admin/reports/sales", async (_req, res) => {
  const found = await pool.query(
    "SELECT user_id, sum(cents)::int AS cents FROM orders GROUP BY user_id ORDER BY user_id",
  );
  res.json(found.rows);
});

reports.get("/admin/reports/customers", async (_req, res) => {
  const found = await pool.query("SELECT email FROM users WHERE role = 'customer' ORDER BY id");
  res.json(found.rows);
});
