// file: db/migrations/001_init.sql
CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL, password_hash text NOT NULL);
// file: src/app.ts
import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

// The second of two must not be handed the first one's account: the key refuses it.
app.post("/sign-up", async (req, res) => {
  const known = await pool.query("SELECT id FROM users WHERE email = $1", [req.body.email]);
  if (known.rows.length > 0) return res.status(409).end();
  const made = await pool.query( // expect: unguarded-create
    "INSERT INTO users (email, password_hash) VALUES ($1, $2) RETURNING id",
    [req.body.email, req.body.hash],
  );
  res.status(201).json(made.rows[0]);
});
