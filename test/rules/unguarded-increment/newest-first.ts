// What was looked at is taken out and put in again, as the newest: nothing is turned back.
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.post("/items/:id/seen", async (req, res) => {
  const { rows } = await pool.query("SELECT id FROM seen WHERE item = $1 AND person = $2", [req.params.id, req.body.person]);
  if (rows.length === 0) {
    await pool.query("INSERT INTO seen (item, person) VALUES ($1, $2)", [req.params.id, req.body.person]); // silent: it is there in the end
  } else {
    await pool.query("DELETE FROM seen WHERE item = $1 AND person = $2", [req.params.id, req.body.person]);
    await pool.query("INSERT INTO seen (item, person) VALUES ($1, $2)", [req.params.id, req.body.person]);
  }
  res.end();
});

app.post("/items/:id/liked", async (req, res) => {
  const { rows } = await pool.query("SELECT id FROM likes WHERE item = $1 AND person = $2", [req.params.id, req.body.person]);
  if (rows.length === 0) {
    await pool.query("INSERT INTO likes (item, person) VALUES ($1, $2)", [req.params.id, req.body.person]); // expect: unguarded-increment
  } else {
    await pool.query("DELETE FROM likes WHERE item = $1 AND person = $2", [req.params.id, req.body.person]);
  }
  res.end();
});
