import { PGlite } from "@electric-sql/pglite";
import express from "express";

const db = await PGlite.create();
const app = express();

app.post("/orders/:id", async (req, res) => {
  await db.query("INSERT INTO orders (id) VALUES ($1)", [req.params.id]); // effect: write postgres orders, insert
  await db.sql`SELECT * FROM orders WHERE id = ${req.params.id}`; // effect: read postgres orders, read
  await db.exec("DELETE FROM carts; UPDATE stock SET n = n - 1"); // effect: write postgres carts, delete // effect: write postgres stock, increment
  await db.transaction(async (tx) => {
    await tx.query("UPDATE orders SET paid = true WHERE id = $1", [req.params.id]); // effect: write postgres orders, set
  });
  res.end();
});
