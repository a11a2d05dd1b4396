import express from "express";
import jwt from "jwt-simple";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

function requireUser(req, res, next) {
  try {
    req.user = jwt.decode(String(req.headers.authorization), process.env.JWT_SECRET!); // guard: authentication requireUser
    next();
  } catch {
    res.status(401).end();
  }
}

function unverified(req, res, next) {
  req.user = jwt.decode(String(req.headers.authorization), process.env.JWT_SECRET!, true);
  next();
}

app.delete("/a/:id", requireUser, async (req, res) => {
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});

app.delete("/b/:id", unverified, async (req, res) => {
  await pool.query("DELETE FROM wishes WHERE id = $1", [req.params.id]); // effect: write postgres wishes, delete
  res.end();
});
