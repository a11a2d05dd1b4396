import express from "express";
import { Counter } from "prom-client";

const orders = new Counter({ name: "orders_total", help: "Orders" });
const app = express();

app.post("/orders", (req, res) => {
  orders.labels({ kind: "a" }).inc(); // effect: call prom-client orders_total, call
  orders.inc(); // effect: call prom-client orders_total, call
  res.end();
});
