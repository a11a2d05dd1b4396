// The login of administrators verifies with the key of everybody's tokens: whoever is signed in passes it.
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

function userToken(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

function adminToken(req, res, next) {
  try {
    req.admin = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

function officeToken(req, res, next) {
  try {
    req.admin = jwt.verify(req.headers.authorization, process.env.OFFICE_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

app.get("/orders", userToken, async (req, res) => {
  res.json((await pool.query("SELECT * FROM orders WHERE user_id = $1", [req.user.id])).rows);
});

app.delete("/admin/categories/:id", adminToken, async (req, res) => { // expect: missing-role
  await pool.query("DELETE FROM categories WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

app.delete("/back-office/offices/:id", officeToken, async (req, res) => { // silent: a key of its own
  await pool.query("DELETE FROM offices WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

async function listedToken(req, res, next) {
  try {
    const token = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    if (!process.env.ADMINS!.split(",").includes(token.email)) return res.sendStatus(403);
    req.admin = token;
    next();
  } catch {
    res.sendStatus(401);
  }
}

app.delete("/admin/rooms/:id", listedToken, async (req, res) => { // silent: it asks for more than the key
  await pool.query("DELETE FROM rooms WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});
