import bcrypt from "bcrypt";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.post("/login", async (req, res) => {
  const { rows } = await pool.query("SELECT * FROM users WHERE email = $1", [req.body.email]); // effect: read postgres users, read
  if (!(await bcrypt.compare(req.body.password, rows[0].hash))) return res.status(401).end(); // guard: authentication bcrypt.compare // guard: authentication inline check
  await pool.query("UPDATE users SET seen_at = now() WHERE email = $1", [req.body.email]); // effect: write postgres users, set
  return res.end();
});
