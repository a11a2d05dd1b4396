// What each role may do stands in a table; whoever passes is told by it.
// file: src/rights.ts
const RIGHTS: Record<string, Record<string, string[]>> = {
  admin: { orders: ["read", "update"], tariffs: ["read", "update"] },
  customer: { orders: ["read"], tariffs: ["read"] },
};

export function hasRight(role: string, resource: string, action: string): boolean {
  const rights = RIGHTS[role];
  if (!rights) return false;
  const actions = rights[resource];
  if (!actions) return false;
  return actions.includes(action);
}

// file: src/server.ts
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";
import { hasRight } from "./rights";

const pool = new Pool();
const authorize = (resource: string, action: string) => (req, res, next) => {
  const user = jwt.verify(req.headers.authorization, process.env.KEY);
  if (!hasRight(user.role, resource, action)) return res.sendStatus(403);
  req.user = user;
  next();
};

const app = express();
app.get("/orders", authorize("orders", "read"), async (req, res) => {
  res.json((await pool.query("SELECT * FROM orders WHERE customer_id = $1", [req.user.id])).rows); // silent
});
app.get("/orders/:id", authorize("orders", "read"), async (req, res) => {
  res.json((await pool.query("SELECT * FROM orders WHERE id = $1", [req.params.id])).rows); // expect: unowned-object
});
app.put("/orders/:id", authorize("orders", "update"), async (req, res) => {
  await pool.query("UPDATE orders SET note = $1 WHERE id = $2", [req.body.note, req.params.id]); // silent: only for the staff
  res.sendStatus(204);
});

// file: src/schema.sql
CREATE TABLE orders (id serial PRIMARY KEY, customer_id integer NOT NULL, note text);
