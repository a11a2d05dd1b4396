// A token that was verified says who is calling, also where code takes it apart afterwards.
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use((req, res, next) => {
  const token = req.headers.authorization.split(" ")[1];
  try {
    jwt.verify(token, process.env.KEY);
  } catch {
    return res.sendStatus(401);
  }
  req.user = JSON.parse(atob(token.split(".")[1]));
  next();
});
app.get("/orders/:id", async (req, res) => {
  res.json((await pool.query("SELECT * FROM orders WHERE id = $1 AND user_id = $2", [req.params.id, req.user.sub])).rows); // silent
});
app.delete("/orders/:id", async (req, res) => {
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]); // expect: unowned-object
  res.end();
});
