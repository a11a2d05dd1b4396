import express, { type RequestHandler } from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const signedIn: RequestHandler = (req, res, next) => (req.user ? next() : res.sendStatus(401));
const ownerOnly: RequestHandler = (req, res, next) => {
  if (req.user.role !== "owner") return res.status(403).end();
  next();
};
app.use(signedIn);

app.put("/plans/:id", ownerOnly, async (req, res) => {
  res.json(await pool.query("UPDATE plans SET price = $1 WHERE id = $2", [req.body.price, req.params.id]));
});
app.delete("/plans/:id", async (req, res) => { // expect: inconsistent-guard
  //                     ^^^^^ while PUT /plans/:id asks ownerOnly first
  res.json(await pool.query("DELETE FROM plans WHERE id = $1", [req.params.id]));
});
app.patch("/plans/:id/name", ownerOnly, async (req, res) => { // silent: guarded like its twin
  res.json(await pool.query("UPDATE plans SET name = $1 WHERE id = $2", [req.body.name, req.params.id]));
});
app.get("/plans/:id", async (req, res) => { // silent: everybody reads
  res.json(await pool.query("SELECT * FROM plans WHERE id = $1", [req.params.id]));
});
app.post("/plans/:id/visits", async (req, res) => { // silent: another table
  res.json(await pool.query("UPDATE visits SET seen = true WHERE plan = $1", [req.params.id]));
});
app.delete("/notes/:id", async (req, res) => { // silent: no twin
  res.json(await pool.query("DELETE FROM notes WHERE id = $1 AND author = $2", [req.params.id, req.user.id]));
});
