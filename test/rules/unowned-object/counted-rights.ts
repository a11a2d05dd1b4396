// That a role has any right at all is no check of one, where every role has some.
// file: src/server.ts
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const RIGHTS: Record<string, Record<string, string[]>> = {
  skipper: { moorings: ["read", "update"], tariffs: ["read", "update"] },
  customer: { moorings: ["read"], tariffs: ["read"] },
  visitor: { moorings: [], tariffs: ["read"] },
};

const pool = new Pool();
const anyRight = (resource: string) => (req, res, next) => {
  const user = jwt.verify(req.headers.authorization, process.env.KEY);
  const actions = RIGHTS[user.role][resource];
  if (actions.length === 0) return res.sendStatus(403);
  req.user = user;
  next();
};

const app = express();
app.put("/moorings/:id/paint", anyRight("tariffs"), async (req, res) => {
  await pool.query("UPDATE moorings SET paint = $1 WHERE id = $2", [req.body.paint, req.params.id]); // expect: unowned-object
  res.sendStatus(204);
});
app.put("/moorings/:id/note", anyRight("moorings"), async (req, res) => {
  await pool.query("UPDATE moorings SET note = $1 WHERE id = $2", [req.body.note, req.params.id]); // silent: visitors are refused
  res.sendStatus(204);
});

// file: src/schema.sql
CREATE TABLE moorings (id serial PRIMARY KEY, customer_id integer NOT NULL, note text, paint text);
