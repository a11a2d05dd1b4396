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

// What is not found on either side says nothing of who calls.
const quay = express();
quay.use(async (req: any, res, next) => {
  if (req.headers["x-harbour"]) {
    const { rows } = await pool.query("SELECT id FROM harbours WHERE name = $1", [req.headers["x-harbour"]]);
    if (!rows[0]) return res.status(404).end();
    req.harbour = rows[0];
  } else {
    const { rows } = await pool.query("SELECT id FROM harbours WHERE host = $1", [req.hostname]);
    if (!rows[0]) return res.status(404).end();
    req.harbour = rows[0];
  }
  next();
});
quay.use((req: any, _res, next) => {
  req.userId = (jwt.verify(req.headers.authorization ?? "", process.env.TOKEN_KEY!) as any).userId;
  next();
});
quay.delete("/quay/sails/:id", async (req, res) => {
  await pool.query("DELETE FROM sails WHERE id = $1", [req.params.id]); // expect: unowned-object
  res.sendStatus(204);
});
