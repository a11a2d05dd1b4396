// A helper asks different callers for different things: whoever comes behind it has shown one of them.
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

async function requireCaller(req: any) {
  const key = req.headers["x-api-key"];
  if (key) {
    const { rows } = await pool.query("SELECT user_id FROM api_keys WHERE key = $1", [key]);
    if (!rows[0]) throw new Error("unknown key");
    req.userId = rows[0].user_id;
  } else {
    const token: any = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY!);
    req.userId = token.userId;
  }
}

async function requireKeyIfAny(req: any) {
  const key = req.headers["x-api-key"];
  if (key) {
    const { rows } = await pool.query("SELECT user_id FROM api_keys WHERE key = $1", [key]);
    if (!rows[0]) throw new Error("unknown key");
  } else {
    req.isGuest = true;
  }
}

app.post("/sails", async (req: any, res) => {
  await requireCaller(req);
  await pool.query("INSERT INTO sails (name, user_id) VALUES ($1, $2)", [req.body.name, req.userId]);
  res.sendStatus(201);
});
app.delete("/sails/:id", async (req: any, res) => {
  await requireCaller(req);
  await pool.query("DELETE FROM sails WHERE id = $1", [req.params.id]); // expect: unowned-object
  res.sendStatus(204);
});
app.put("/sails/:id/viewed", async (req: any, res) => { // silent: guests are asked for nothing
  await requireKeyIfAny(req);
  await pool.query("UPDATE sails SET name = $2 WHERE id = $1", [req.params.id, req.body.name]);
  res.sendStatus(204);
});
