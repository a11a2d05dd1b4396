// Who has the number of a parcel is told where it is, and what lies in it; whoever counts through ids is not.
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.get("/track/:number", async (req, res) => {
  const found = await pool.query("SELECT id, state FROM orders WHERE tracking_number = $1", [req.params.number]);
  const order = found.rows[0];
  const payments = await pool.query("SELECT * FROM payments WHERE order_id = $1", [order.id]); // silent: of the order that is tracked
  res.json({ order, payments: payments.rows });
});

app.get("/payments/:order", async (req, res) => { // expect: missing-authentication
  const payments = await pool.query("SELECT * FROM payments WHERE order_id = $1", [req.params.order]);
  res.json(payments.rows);
});

const user = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.SECRET);
  } catch {
    return res.status(401).end();
  }
  next();
};

app.get("/payments", user, async (req, res) => {
  const payments = await pool.query("SELECT * FROM payments WHERE user_id = $1", [req.user.id]);
  res.json(payments.rows);
});
