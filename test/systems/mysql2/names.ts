import express from "express";
import mysql from "mysql2/promise";

const pool = mysql.createPool("mysql://localhost/shop");
const app = express();

app.put("/orders/:id", async (req, res) => {
  await pool.query("SELECT ?? FROM ?? WHERE id = ?", ["total", "orders", req.params.id]); // effect: read mysql orders, read
  await pool.query("UPDATE ?? SET open = ? WHERE id = ?", ["orders", true, req.params.id]); // effect: write mysql orders, set
  await pool.query("DELETE FROM ?? WHERE id = ?", [req.body.table, req.params.id]); // effect: write mysql, delete
  res.end();
});
