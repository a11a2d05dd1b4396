import { Router } from "express";
import { requireRole, requireUser } from "./auth.ts";
import { pool } from "./db.ts";

export const admin = Router();

admin.get("/admin/users", requireUser, requireRole("admin"), async (_req, res) => {
  const found = await pool.query("SELECT id, email, role FROM users ORDER BY id");
  res.json(found.rows);
});

admin.delete("/admin/users/:id", requireUser, async (req, res) => {
  const gone = await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);
  res.json({ deleted: gone.rowCount });
});
