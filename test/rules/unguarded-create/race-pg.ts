// file: db/migrations/001_init.sql
CREATE TABLE follows (id serial PRIMARY KEY, reader int NOT NULL, author int NOT NULL);
// file: src/app.ts
import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

app.post("/follows", async (req, res) => {
  const { reader, author } = req.body;
  const known = await pool.query("SELECT id FROM follows WHERE reader = $1 AND author = $2", [reader, author]);
  if (known.rows.length > 0) return res.status(409).end();
  await pool.query("INSERT INTO follows (reader, author) VALUES ($1, $2)", [reader, author]); // expect: unguarded-create
  // ~ two requests at once
  res.status(201).end();
});
