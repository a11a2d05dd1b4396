// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use(express.json());

function callerOf(req: express.Request) {
  try {
    return jwt.verify(req.headers.authorization ?? "", process.env.KEY!);
  } catch {
    return null;
  }
}

function parse(req: express.Request, options?: { open: boolean }) {
  let error: (() => { message: string }) | undefined;
  let caller = null;
  if (!req.body.total) error = () => ({ message: "total is missing" });
  if (!options?.open && !error) {
    caller = callerOf(req);
    if (!caller) error = () => ({ message: "log in first" });
  }
  return { caller, error };
}

app.post("/orders", async (req, res) => { // silent: the error is set where nobody is signed in
  const { error } = parse(req);
  if (error) return res.status(400).json(error());
  await pool.query("INSERT INTO orders (id) VALUES ($1) ON CONFLICT DO NOTHING", [req.body.id]);
  res.end();
});

app.delete("/users/:id", async (req, res) => { // expect: missing-authentication
  const { error } = parse(req, { open: true });
  if (error) return res.status(400).json(error());
  await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);
  res.end();
});

app.delete("/orders/:id", async (req, res) => { // silent: the flag is set for callers only
  let allowed = false;
  if (callerOf(req)) allowed = true;
  if (!allowed) return res.sendStatus(401);
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
  res.end();
});

app.delete("/accounts/:id", async (req, res) => { // expect: missing-authentication
  let dry;
  if (req.query.dry) dry = true;
  if (dry) return res.json({ would: "delete" });
  await pool.query("DELETE FROM accounts WHERE id = $1", [req.params.id]);
  res.end();
});
