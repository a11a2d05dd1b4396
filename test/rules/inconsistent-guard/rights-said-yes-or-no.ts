// What each role may do stands in a table of yes and no, beside what else is said of it; programs with a key may do everything.
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

const ROLES = {
  owner: { title: "Owner", free: true, may: { berths: { create: true, update: true, delete: true } } },
  mate: { title: "Mate", free: true, may: { berths: { create: false, update: true, delete: false } } },
} as const;

function isAllowed(role: keyof typeof ROLES, thing: "berths", action: "create" | "update" | "delete") {
  try {
    return ROLES[role].may[thing][action] || false;
  } catch {
    return false;
  }
}

app.use(async (req: any, res, next) => {
  const key = req.headers["x-api-key"];
  if (key) {
    const { rows } = await pool.query("SELECT harbour_id FROM api_keys WHERE key = $1", [key]);
    if (!rows[0]) return res.sendStatus(401);
    req.byKey = true;
    req.harbourId = rows[0].harbour_id;
  } else {
    const token: any = jwt.verify(req.headers.authorization ?? "", process.env.TOKEN_KEY!);
    req.userId = token.userId;
    req.harbourId = token.harbourId;
  }
  next();
});

function may(thing: "berths", action: "create" | "update" | "delete") {
  return async (req: any, res: express.Response, next: express.NextFunction) => {
    if (req.byKey) return next();
    const { rows } = await pool.query("SELECT role FROM accounts WHERE id = $1", [req.userId]);
    if (!rows[0]) return res.sendStatus(403);
    if (isAllowed(rows[0].role, thing, action)) next();
    else res.sendStatus(403);
  };
}

app.post("/berths", may("berths", "create"), async (req: any, res) => {
  await pool.query("INSERT INTO berths (harbour_id, name) VALUES ($1, $2)", [req.harbourId, req.body.name]);
  res.sendStatus(201);
});
app.patch("/berths/:id", may("berths", "update"), async (req: any, res) => {
  await pool.query("UPDATE berths SET name = $1 WHERE id = $2 AND harbour_id = $3", [req.body.name, req.params.id, req.harbourId]);
  res.sendStatus(204);
});
app.put("/berths/:id/place", may("berths", "update"), async (req: any, res) => {
  await pool.query("UPDATE berths SET place = $1 WHERE id = $2 AND harbour_id = $3", [req.body.place, req.params.id, req.harbourId]);
  res.sendStatus(204);
});
app.delete("/berths/:id", async (req: any, res) => { // expect: inconsistent-guard
  await pool.query("DELETE FROM berths WHERE id = $1 AND harbour_id = $2", [req.params.id, req.harbourId]);
  res.sendStatus(204);
});
