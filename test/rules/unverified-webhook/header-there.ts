// file: src/app.ts
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use(express.json());

app.post("/webhooks/film", async (req, res) => { // expect: unverified-webhook
  if (!req.header("film-signature")) return res.sendStatus(401);
  await pool.query("UPDATE films SET ready = true WHERE id = $1", [req.body.id]);
  res.end();
});
app.post("/webhooks/sound", async (req, res) => { // silent: the key is compared
  if (!process.env.SOUND_KEY || req.header("x-key") !== process.env.SOUND_KEY) return res.sendStatus(401);
  await pool.query("UPDATE sounds SET ready = true WHERE id = $1", [req.body.id]);
  res.end();
});
