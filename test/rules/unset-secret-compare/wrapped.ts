// file: src/app.ts
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const wrap = (run) => (req, res, next) => Promise.resolve(run(req, res, next)).catch(next);

app.post("/settle", wrap(async (req, res) => {
  if (req.headers["x-key"] !== process.env.SETTLE_KEY) return res.sendStatus(401); // expect: unset-secret-compare
  await pool.query("UPDATE lessons SET state = 'done'");
  res.end();
}));
app.post("/sweep", wrap(async (req, res) => {
  if (!process.env.SWEEP_KEY) return res.sendStatus(503);
  if (req.headers["x-key"] !== process.env.SWEEP_KEY) return res.sendStatus(401); // silent: asked for first
  await pool.query("UPDATE lessons SET state = 'done'");
  res.end();
}));
