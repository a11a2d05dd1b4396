// A number that the database gives each new row is no key that a request fills, even where its code hands the field on.
// file: package.json
{ "dependencies": { "express": "4", "pg": "8" } }
// file: migrations/1.sql
CREATE TABLE segments (id SERIAL PRIMARY KEY, name TEXT);
CREATE TABLE drafts (id UUID PRIMARY KEY, name TEXT);
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT);
// file: src/server.ts
import express from "express";
import pg from "pg";

const pool = new pg.Pool();
const app = express();
app.use(express.json());

app.post("/segments", async (req, res) => {
  await pool.query("INSERT INTO segments (id, name) VALUES ($1, $2)", [req.body.id, req.body.name]); // expect: unguarded-create
  res.sendStatus(201);
});
app.post("/drafts", async (req, res) => {
  await pool.query("INSERT INTO drafts (id, name) VALUES ($1, $2)", [req.body.id, req.body.name]); // silent: the client thinks of the id
  res.sendStatus(201);
});
app.post("/places", async (req, res) => {
  await pool.query("INSERT INTO places (id, name) VALUES ($1, $2)", [req.body.number, req.body.name]); // silent: a number that others gave
  res.sendStatus(201);
});
app.put("/segments/:name", async (req, res) => {
  const { rows } = await pool.query("SELECT id FROM segments WHERE name = $1", [req.params.name]);
  await pool.query("INSERT INTO segments (id, name) VALUES ($1, $2)", [rows[0].id, "copy"]); // silent: a number that is there already
  res.sendStatus(201);
});
