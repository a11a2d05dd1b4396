import { Router } from "express";
import jwt from "jsonwebtoken";
import { requireUser } from "./auth.ts";
import { pool } from "./db.ts";

export const account = Router();

account.post("/login", async (req, res) => {
  const found = await pool.query("SELECT id FROM users WHERE email = $1", [req.body.email]);
  if (!found.rows[0]) return res.status(401).end();
  res.json({ token: jwt.sign({ sub: String(found.rows[0].id) }, process.env.JWT_SECRET!) });
});

account.delete("/me", async (req, res) => {
  const claims = jwt.decode(req.get("authorization") ?? "");
  const gone = await pool.query("DELETE FROM users WHERE id = $1", [claims?.sub]);
  res.json({ deleted: gone.rowCount });
});

account.post("/orders/:id/cancel", requireUser, async (req, res) => {
  const found = await pool.query("SELECT user_id FROM orders WHERE id = $1", [req.params.id]);
  if (found.rows[0]?.user_id !== req.user!.id) res.status(403).json({ error: "Not yours" });
  await pool.query("UPDATE orders SET status = 'cancelled' WHERE id = $1", [req.params.id]);
  if (!res.headersSent) res.json({ cancelled: true });
});

account.post("/jobs/close-orders", async (req, res) => {
  if (req.get("x-job-key") !== process.env.LAB_JOB_KEY) return res.status(401).end();
  await pool.query("UPDATE orders SET status = 'closed' WHERE status = 'open'");
  res.json({ closed: true });
});

account.post("/orders/:id/reopen", async (req, res) => {
  await pool.query("UPDATE orders SET status = 'open' WHERE id = $1", [req.params.id]);
  res.json({ open: true });
});

account.use(requireUser);

account.get("/me", (req, res) => {
  res.json(req.user);
});
