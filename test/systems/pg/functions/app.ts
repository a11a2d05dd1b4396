import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.get("/users/:id/orders", async (req, res) => {
  const { rows } = await pool.query("SELECT * FROM orders_of($1)", [req.params.id]); // effect: read postgres orders, read
  res.json(rows);
});

app.post("/orders", async (req, res) => {
  // effect: write postgres orders, insert
  // effect: write postgres users, increment
  await pool.query("SELECT place_order($1, p_total => $2)", [req.body.user, req.body.total]);
  await pool.query("SELECT count(total) FROM orders"); // effect: read postgres orders, read
  res.json({});
});
