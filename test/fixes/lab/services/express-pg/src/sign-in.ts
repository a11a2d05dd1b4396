import { Router } from "express";
import { pool } from "./db.ts";

export const signIn = Router();

signIn.post("/sign-in", async (req, res) => {
  const { email, password } = req.body;
  console.log(`sign-in of ${email} with ${password}`);
  if (String(password).length < 8) return res.status(400).end();
  const found = await pool.query("SELECT id FROM users WHERE email = $1", [String(email)]);
  res.status(found.rows[0] ? 200 : 401).end();
});
