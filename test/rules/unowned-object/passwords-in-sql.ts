// A column is called like a secret, and the query is no secret: what it does is read like any other.
import express from "express";
import jwt from "jsonwebtoken";
import pg from "pg";

const pool = new pg.Pool();
const app = express();
app.use(express.json());

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.put("/users/:id/password", async (req, res) => {
  await pool.query("UPDATE users SET password = $1 WHERE id = $2", [req.body.hash, req.params.id]); // expect: unowned-object
  res.sendStatus(204);
});

app.put("/users/me/password", async (req, res) => {
  await pool.query("UPDATE users SET password = $1 WHERE id = $2", [req.body.hash, req.user.id]); // silent: their own
  res.sendStatus(204);
});

app.post("/keys/:id/renewed", async (req, res) => {
  const id = req.params.id;
  await pool.query("update keys set api_key = uuid_generate_v4(), made = now() where id = $1", [id]); // expect: unowned-object
  res.sendStatus(204);
});

app.get("/keys", async (req, res) => {
  const { rows } = await pool.query("SELECT id, api_key FROM keys WHERE user_id = $1", [req.user.id]);
  res.json(rows);
});
