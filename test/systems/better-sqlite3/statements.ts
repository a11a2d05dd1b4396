import Database from "better-sqlite3";
import express from "express";

const db = new Database("shop.db");
const insert = db.prepare("INSERT INTO orders (id, total) VALUES (?, ?)");
const app = express();

app.post("/orders/:id", (req, res) => {
  insert.run(req.params.id, 5); // effect: write sqlite orders, insert
  const order = db.prepare("SELECT * FROM orders WHERE id = @id").get({ id: req.params.id }); // effect: read sqlite orders, read
  db.exec("DELETE FROM carts"); // effect: write sqlite carts, delete
  res.json(order);
});
