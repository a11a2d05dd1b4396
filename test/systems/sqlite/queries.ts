import express from "express";
import sqlite3 from "sqlite3";

const db = new sqlite3.Database("shop.db");
const app = express();

app.post("/orders/:id", (req, res) => {
  db.run("INSERT INTO orders (id) VALUES (?)", [req.params.id], (error) => { // effect: write sqlite orders, insert
    if (error) return res.status(500).end();
    db.get("SELECT * FROM orders WHERE id = ?", req.params.id, (_, row) => res.json(row)); // effect: read sqlite orders, read
  });
});
