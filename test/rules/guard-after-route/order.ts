import express, { type RequestHandler } from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const requireUser: RequestHandler = (req, res, next) => (req.user ? next() : res.sendStatus(401));
const log: RequestHandler = (req, _res, next) => {
  console.log(req.url);
  next();
};

app.get("/health", (_req, res) => res.json({ ok: true })); // silent: nothing to guard
app.post("/login", async (req, res) => { // silent: public by what it is
  res.json(await pool.query("SELECT id FROM users WHERE email = $1", [req.body.email]));
});
app.delete("/orders/:id", async (req, res) => { // expect: guard-after-route
  //                      ^^^^^ requireUser is registered after DELETE /orders/:id
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
  res.end();
});
app.use(requireUser);
app.delete("/invoices/:id", async (req, res) => { // silent: the guard stands above
  await pool.query("DELETE FROM invoices WHERE id = $1", [req.params.id]);
  res.end();
});
app.use(log);
