import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

async function tellTeam(user: { id: string; muted: boolean }) {
  setImmediate(async () => {
    try {
      if (user.muted) throw new Error("muted");
      await pool.query("INSERT INTO news (reader) VALUES ($1)", [user.id]);
    } catch (error) {
      console.warn(error);
    }
  });
}

app.post("/notes", async (req, res) => {
  tellTeam(req.user); // silent: it runs later, and stops nobody on purpose
  await pool.query("INSERT INTO notes (author, text) VALUES ($1, $2)", [req.user.id, req.body.text]);
  res.sendStatus(201);
});

async function mayWrite(user: { muted: boolean }) {
  if (user.muted) throw new Error("muted");
}

app.put("/notes/:id", async (req, res) => {
  mayWrite(req.user); // expect: unawaited-check
  await pool.query("UPDATE notes SET text = $1 WHERE id = $2 AND author = $3", [req.body.text, req.params.id, req.user.id]);
  res.sendStatus(204);
});
