// What is added to a list only where it is not in there yet is not added again.
import express from "express";
import pg from "pg";

const app = express();
const pool = new pg.Pool();

app.post("/parcels/:id/stops", async (req, res) => {
  await pool.query("UPDATE parcels SET stops = COALESCE(stops, '[]'::jsonb) || $2::jsonb WHERE id = $1 AND NOT (COALESCE(stops, '[]'::jsonb) @> $2::jsonb)", [req.params.id, JSON.stringify([{ stop: req.body.stop }])]); // silent: it is not in there
  res.sendStatus(204);
});

app.post("/parcels/:id/tags", async (req, res) => {
  await pool.query("UPDATE parcels SET tags = array_append(tags, $2) WHERE id = $1 AND $2 <> ALL(tags)", [req.params.id, req.body.tag]); // silent: the same
  res.sendStatus(204);
});

app.post("/parcels/:id/marks", async (req, res) => {
  await pool.query("UPDATE parcels SET marks = array_append(marks, $2) WHERE id = $1 AND NOT ($2 = ANY(marks))", [req.params.id, req.body.mark]); // silent: the same
  res.sendStatus(204);
});

app.post("/parcels/:id/notes", async (req, res) => {
  await pool.query("UPDATE parcels SET notes = array_append(notes, $2) WHERE id = $1 AND NOT ($2 = ANY(tags))", [req.params.id, req.body.note]); // expect: unguarded-create
  res.sendStatus(204);
});

app.post("/parcels/:id/signs", async (req, res) => {
  await pool.query("UPDATE parcels SET signs = array_append(signs, $2) WHERE id = $1 AND (open OR NOT ($2 = ANY(signs)))", [req.params.id, req.body.sign]); // expect: unguarded-create
  res.sendStatus(204);
});

app.post("/parcels/:id/rounds", async (req, res) => {
  await pool.query("UPDATE parcels SET rounds = array_append(rounds, $2) WHERE id = $1 AND $2 = ANY(rounds)", [req.params.id, req.body.round]); // expect: unguarded-create
  res.sendStatus(204);
});
