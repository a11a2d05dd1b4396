import bcrypt from "bcryptjs";
import { Router } from "express";
import { pool } from "../db.ts";
import { sendMail } from "../lib/mail.ts";
import { signToken } from "../lib/tokens.ts";
import { requireUser } from "../middleware/auth.ts";

export const auth = Router();

auth.post("/sign-up", async (req, res) => {
  const { email, password, name, role } = req.body;

  const existing = await pool.query("SELECT id FROM users WHERE email = $1", [email]);
  if (existing.rows.length > 0) {
    return res.status(409).json({ error: "This e-mail is taken" });
  }

  const passwordHash = await bcrypt.hash(password, 8);
  const { rows } = await pool.query(
    "INSERT INTO users (email, name, password_hash, role) VALUES ($1, $2, $3, $4) RETURNING id, email, name, role",
    [email, name, passwordHash, role ?? "customer"],
  );
  await sendMail(email, "Welcome to Shopfront", `Hello ${name}, good to have you.`);
  res.status(201).json({ user: rows[0], token: signToken(rows[0]) });
});

auth.post("/login", async (req, res) => {
  const { rows } = await pool.query("SELECT id, email, role, password_hash FROM users WHERE email = $1", [
    req.body.email,
  ]);
  const user = rows[0];
  if (!user || !(await bcrypt.compare(req.body.password, user.password_hash))) {
    return res.status(401).json({ error: "Wrong e-mail or password" });
  }
  res.json({ token: signToken({ id: user.id, email: user.email, role: user.role }) });
});

auth.get("/me", requireUser, async (req, res) => {
  const { rows } = await pool.query("SELECT id, email, name, role FROM users WHERE id = $1", [req.user!.id]);
  res.json(rows[0]);
});

// The name is all a user may change.
auth.patch("/me", requireUser, async (req, res) => {
  const { rows } = await pool.query("UPDATE users SET name = $1 WHERE id = $2 RETURNING id, email, name, role", [
    req.body.name,
    req.user!.id,
  ]);
  res.json(rows[0]);
});
