import express from "express";
import mysql from "mysql2/promise";

const pool = mysql.createPool(process.env.DATABASE_URL!);
const app = express();

app.post("/orders/:id", async (req, res) => {
  const [rows] = await pool.query("SELECT * FROM orders WHERE id = ?", [req.params.id]); // effect: read mysql orders, read
  await pool.execute("INSERT INTO orders SET ?", req.body); // effect: write mysql orders, insert
  await pool.execute("INSERT INTO hits (id, n) VALUES (?, 1) ON DUPLICATE KEY UPDATE n = n + 1", [req.params.id]); // effect: write mysql hits, increment
  const connection = await pool.getConnection();
  await connection.beginTransaction();
  await connection.query({ sql: "UPDATE orders SET paid = 1 WHERE id = ?", values: [req.params.id] }); // effect: write mysql orders, set
  await connection.commit();
  res.json(rows);
});
