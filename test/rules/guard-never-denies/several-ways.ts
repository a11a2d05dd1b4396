import express, { type RequestHandler } from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const OPEN = ["/open"];
const keyOrSession: RequestHandler = async (req, res, next) => {
  if (OPEN.some((start) => req.path.startsWith(start))) next();
  else if (req.headers["x-internal"]) {
    if (!req.user) return res.sendStatus(401); // silent: it returns
    next();
  } else {
    const { rows } = await pool.query("SELECT id FROM keys WHERE secret = $1", [req.headers.authorization]);
    if (rows.length === 0) return res.sendStatus(401); // silent: it returns
    next();
  }
};
const forgets: RequestHandler = (req, res, next) => {
  if (req.path.startsWith("/open")) return next();
  if (!req.user) res.sendStatus(401); // expect: guard-never-denies
  next();
};

app.delete("/orders/:id", keyOrSession, async (req, res) => { // silent: guarded, or open by its address
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/users/:id", forgets, async (req, res) => { // silent: said at the answer
  await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);
  res.end();
});
