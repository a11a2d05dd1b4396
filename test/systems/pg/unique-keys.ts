// file: migrations/001_payments.sql
CREATE TABLE payments (id serial PRIMARY KEY, provider text NOT NULL, reference text NOT NULL, note text);
CREATE UNIQUE INDEX reference_of_provider ON payments (provider, reference);
// file: src/db.ts
import { Pool } from "pg";

export const pool = new Pool();

export async function migrate() {
  await pool.query(`CREATE TABLE IF NOT EXISTS events (id text PRIMARY KEY, body jsonb)`);
}
// file: src/app.ts
import express from "express";
import { pool } from "./db";

const app = express();

app.post("/payments", async (req, res) => {
  await pool.query("INSERT INTO payments (provider, reference) VALUES ('p', $1)", [req.body.reference]); // effect: write postgres payments, insert, safe
  res.end();
});

app.post("/notes", async (req, res) => {
  await pool.query("INSERT INTO payments (note) VALUES ($1)", [req.body.note]); // effect: write postgres payments, insert, unsafe
  res.end();
});

app.post("/events", async (req, res) => {
  await pool.query("INSERT INTO events (id, body) VALUES ($1, $2)", [req.body.id, req.body]); // effect: write postgres events, insert, safe
  res.end();
});

app.post("/ignored", async (req, res) => {
  await pool.query("INSERT INTO payments (note) VALUES ($1) ON CONFLICT DO NOTHING", [req.body.note]); // effect: write postgres payments, upsert, unsafe
  await pool.query("INSERT INTO events (id) VALUES ($1) ON CONFLICT DO NOTHING", [req.body.id]); // effect: write postgres events, upsert, safe
  await pool.query("INSERT INTO events (id) VALUES (gen_random_uuid()) ON CONFLICT (id) DO NOTHING"); // effect: write postgres events, upsert, unsafe
  res.end();
});
