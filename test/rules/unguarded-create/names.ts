// file: src/app.ts
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use(express.json());

app.post("/email-transports", async (req, res) => { // silent: said at the insert, as a hint
  await pool.query("INSERT INTO email_transports (host) VALUES ($1)", [req.body.host]); // expect: unguarded-create
  res.end();
});

app.post("/payloads", async (req, res) => { // silent: said at the insert, as a hint
  await pool.query("INSERT INTO payloads (body) VALUES ($1)", [req.body.body]); // expect: unguarded-create
  res.end();
});

app.post("/order-lines", async (req, res) => { // silent: said at the insert
  await pool.query("INSERT INTO order_lines (sku) VALUES ($1)", [req.body.sku]); // expect: unguarded-create
  res.end();
});
