// What ties the row to the caller is taken away first, and whoever has no such tie is refused.
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.SECRET);
  } catch {
    return res.status(401).end();
  }
  next();
});

app.get("/boxes", async (req, res) => {
  res.json(await pool.query("SELECT * FROM boxes WHERE owner = $1", [req.user.id]));
});

app.delete("/boxes/:id", async (req, res) => {
  const removed = await pool.query("DELETE FROM holders WHERE person = $1 AND box = $2", [req.user.id, req.params.id]);
  if (!removed.rowCount) return res.status(404).end();
  await pool.query("DELETE FROM boxes WHERE id = $1", [req.params.id]); // silent: it was the caller's
  res.end();
});

app.put("/boxes/:id", async (req, res) => {
  const marked = await pool.query("UPDATE holders SET seen = true WHERE person = $1 AND box = $2", [req.user.id, req.params.id]);
  if (marked.rowCount === 0) return res.status(404).end();
  await pool.query("UPDATE boxes SET name = $1 WHERE id = $2", [req.body.name, req.params.id]); // silent: the same
  res.end();
});

app.post("/boxes/:id/empty", async (req, res) => {
  await pool.query("DELETE FROM holders WHERE person = $1 AND box = $2", [req.user.id, req.params.id]);
  await pool.query("DELETE FROM boxes WHERE id = $1", [req.params.id]); // expect: unowned-object
  res.end();
});
