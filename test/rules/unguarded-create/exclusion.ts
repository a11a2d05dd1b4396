// file: migrations/1.sql
create table stays (id uuid primary key default gen_random_uuid(), room text not null, during tstzrange not null, exclude using gist (room with =, during with &&));
create table notes (id uuid primary key default gen_random_uuid(), room text not null);
// file: src/app.ts
import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

app.post("/stays", async (req, res) => {
  await pool.query("INSERT INTO stays (room, during) VALUES ($1, $2)", [req.body.room, req.body.during]); // silent: the second one overlaps
  res.end();
});
app.post("/notes", async (req, res) => {
  await pool.query("INSERT INTO notes (room) VALUES ($1)", [req.body.room]); // expect: unguarded-create
  res.end();
});
