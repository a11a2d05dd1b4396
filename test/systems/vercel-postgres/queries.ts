import { db, sql } from "@vercel/postgres";
import express from "express";

const app = express();

app.post("/orders/:id", async (req, res) => {
  const { rows } = await sql`SELECT * FROM orders WHERE id = ${req.params.id}`; // effect: read postgres orders, read
  await db.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  const client = await db.connect();
  await client.sql`INSERT INTO orders (id) VALUES (${req.params.id}) ON CONFLICT DO NOTHING`; // effect: write postgres orders, upsert
  res.json(rows);
});
