import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(String(req.headers.authorization), process.env.JWT_SECRET!); // guard: authentication requireUser
    next();
  } catch {
    res.status(401).end();
  }
}

function decodeOnly(req, res, next) {
  req.user = jwt.decode(String(req.headers.authorization));
  next();
}

function withCallback(req, res, next) {
  jwt.verify(String(req.headers.authorization), process.env.JWT_SECRET!, (error, user) => {
    if (error) return res.sendStatus(401); // guard: authentication withCallback
    req.user = user;
    next();
  });
}

app.delete("/a/:id", requireUser, async (req, res) => {
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});

app.delete("/b/:id", decodeOnly, async (req, res) => {
  await pool.query("DELETE FROM wishes WHERE id = $1", [req.params.id]); // effect: write postgres wishes, delete
  res.end();
});

app.delete("/c/:id", withCallback, async (req, res) => {
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]); // effect: write postgres orders, delete
  res.end();
});
