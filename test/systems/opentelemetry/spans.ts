import { metrics, trace } from "@opentelemetry/api";
import express from "express";
import { Pool } from "pg";

const tracer = trace.getTracer("shop");
const counter = metrics.getMeter("shop").createCounter("orders");
const pool = new Pool();
const app = express();

app.post("/orders", async (req, res) => {
  counter.add(1); // effect: call opentelemetry, call
  await tracer.startActiveSpan("order", async (span) => { // effect: call opentelemetry order, call
    await pool.query("DELETE FROM carts WHERE id = $1", [req.body.id]); // effect: write postgres carts, delete
    span.end();
  });
  res.end();
});
