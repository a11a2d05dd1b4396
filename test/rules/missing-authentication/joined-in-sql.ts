// A table that a statement joins is read for the rows of another.
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.get("/posts", async (_req, res) => { // silent: a timeline that shows who wrote what
  const { rows } = await pool.query("SELECT p.*, u.name FROM posts p INNER JOIN users u ON u.id = p.user_id");
  res.json(rows);
});
app.get("/users", async (_req, res) => { // expect: missing-authentication
  const { rows } = await pool.query("SELECT u.*, c.name AS city FROM users u LEFT JOIN cities c ON c.id = u.city_id");
  res.json(rows);
});
app.get("/visits", async (req, res) => { // expect: missing-authentication
  const sql = "SELECT u.* FROM rooms r JOIN users u ON u.id = r.user_id WHERE u.id = $1";
  res.json((await pool.query(sql, [req.query.id])).rows);
});
app.put("/users/me", signedIn, async (req, res) => {
  await pool.query("UPDATE users SET name = $1 WHERE id = $2", [String(req.body.name), req.user.id]);
  res.sendStatus(204);
});
