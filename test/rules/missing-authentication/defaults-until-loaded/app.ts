// Settings begin as the code says, and a file says what they are.
import express from "express";
import { Pool } from "pg";
import { Berth, settings } from "./settings.ts";

const app = express();
const pool = new Pool();

app.delete("/boats/:id", async (req, res) => { // expect: missing-authentication
  if (settings.harbour.berth !== Berth.RIVER && settings.harbour.berth !== Berth.SEA) return res.sendStatus(500);
  await pool.query("DELETE FROM boats WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

app.delete("/crews/:id", async (req, res) => { // expect: missing-authentication
  if (!settings.harbour.isOpen) return res.sendStatus(503);
  await pool.query("DELETE FROM crews WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

app.delete("/routes/:id", async (req, res) => { // silent: nothing ever says anything else
  if (settings.plan.isRetired) return res.sendStatus(410);
  await pool.query("DELETE FROM routes WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});
