import express from "express";
import mysql from "mysql2/promise";

const pool = mysql.createPool("mysql://localhost/shop");
const app = express();

app.post("/orders", async (req, res) => {
  // effect: write mysql orders, insert
  // effect: write mysql carts, delete
  await pool.query("CALL add_order(?, ?)", [req.body.user, req.body.total]);
  await pool.query("CALL close_day()"); // effect: call mysql
  res.json({});
});
