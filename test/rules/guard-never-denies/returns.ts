import express, { type RequestHandler } from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const forgetful: RequestHandler = (req, res, next) => {
  if (req.user.role !== "admin") res.status(403).json({ error: "Admins only" }); // expect: guard-never-denies
  next();
};
const strict: RequestHandler = (req, res, next) => {
  if (req.user.role !== "admin") return res.status(403).json({ error: "Admins only" });
  next();
};

app.delete("/orders/:id", async (req, res) => {
  if (!req.user) res.sendStatus(401); // expect: guard-never-denies
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
});
app.delete("/settings/:id", forgetful, async (req, res) => {
  await pool.query("DELETE FROM settings WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/settings/:id/strict", strict, async (req, res) => { // silent: it returns
  await pool.query("DELETE FROM settings WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/orders/:id/else", async (req, res) => {
  if (!req.user) {
    res.sendStatus(401); // silent: the rest stands on the other branch
  } else {
    await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
    res.end();
  }
});
app.delete("/orders/:id/throws", async (req, res) => {
  try {
    await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
    res.end();
  } catch {
    res.status(403).end(); // silent: nothing comes after it
  }
});
app.get("/orders/:id", async (req, res) => {
  if (!req.user) res.sendStatus(401); // silent: nothing is written
  console.log(req.params.id);
});
