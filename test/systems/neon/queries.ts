import { neon, Pool } from "@neondatabase/serverless";
import express from "express";

const sql = neon(process.env.DATABASE_URL!);
const pool = new Pool();
const app = express();

app.post("/orders/:id", async (req, res) => {
  await sql`INSERT INTO orders (id) VALUES (${req.params.id})`; // effect: write postgres orders, insert
  await sql.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  await pool.query("UPDATE orders SET paid = true WHERE id = $1", [req.params.id]); // effect: write postgres orders, set
  res.end();
});
