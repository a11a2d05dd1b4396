// file: src/app.ts
import express from "express";
import pg from "pg";

const pool = new pg.Pool();
const app = express();

// expect: missing-authentication
app.post("/brands", async (req, res) => {
  await pool.query("INSERT INTO brands (name) VALUES ($1)", [req.body.name]);
  res.sendStatus(201);
});

app.get("/brands", async (req, res) => {
  const { rows } = await pool.query("SELECT name FROM brands"); // silent: a list for everybody
  res.json(rows);
});
