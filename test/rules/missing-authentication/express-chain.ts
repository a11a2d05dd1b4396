// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { pool } from "./db";
import * as orders from "./orders";
import { onlyLogs, orders as ordersRouter, requireUser, safe } from "./middleware";

const app = express();
app.use(express.json());

app.get("/health", (req, res) => res.json({ ok: true })); // silent: nothing is read

app.delete("/orders/:id", async (req, res) => { // expect: missing-authentication
  //                      ^^^^^ Anyone can call DELETE /orders/:id
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

// A middleware that only logs lets everybody through.
app.post("/orders", onlyLogs, orders.create);

app.post("/login", async (req, res) => { // silent: it issues the token
  const { rows } = await pool.query("SELECT * FROM users WHERE email = $1", [req.body.email]);
  res.json({ token: jwt.sign({ id: rows[0].id }, process.env.JWT_SECRET!) });
});

app.put("/me", requireUser, orders.update); // silent: the middleware answers 401
app.put("/me/wrapped", safe(requireUser), orders.update); // silent: a wrapper changes nothing
app.patch("/me", async (req, res) => { // silent: checked in the handler
  if (!req.user) return res.status(401).end();
  await pool.query("UPDATE users SET name = $1 WHERE id = $2", [req.body.name, req.user.id]);
  res.end();
});
app.patch("/me/helper", async (req, res) => { // silent: a helper throws
  const user = mustBeSignedIn(req);
  await pool.query("UPDATE users SET name = $1 WHERE id = $2", [req.body.name, user.id]);
  res.end();
});
app.post("/signed", async (req, res) => { // silent: a shared key is compared
  if (req.headers["x-api-key"] !== process.env.API_KEY) return res.status(401).end();
  await pool.query("DELETE FROM orders WHERE id = $1", [req.body.id]);
  res.end();
});
app.use("/account", requireUser);
app.delete("/account/orders/:id", orders.remove); // silent: the prefix is guarded
app.use("/v1", ordersRouter);
app.listen(3000);

function mustBeSignedIn(req: express.Request) {
  const user = req.user;
  if (!user) throw new Unauthorized("Sign in");
  return user;
}

class Unauthorized extends Error {
  status = 401;
}
// file: src/middleware.ts
import express, { type NextFunction, type Request, type Response } from "express";
import jwt from "jsonwebtoken";
import { remove } from "./orders";
import { checkedElsewhere } from "@acme/auth";

export function requireUser(req: Request, res: Response, next: NextFunction) {
  const header = req.headers.authorization;
  if (!header) return res.sendStatus(401);
  try {
    req.user = jwt.verify(header.slice(7), process.env.JWT_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  next();
}

export function onlyLogs(req: Request, _res: Response, next: NextFunction) {
  console.log(req.method, req.url, req.headers.authorization);
  next();
}

export const safe = (handler: express.RequestHandler): express.RequestHandler => (req, res, next) =>
  Promise.resolve(handler(req, res, next)).catch(next);

export const orders = express.Router();
orders.use(checkedElsewhere);
orders.delete("/orders/:id", remove); // silent: what the package checks is unknown
// file: src/orders.ts
import type { Request, Response } from "express";
import { pool } from "./db";

export async function create(req: Request, res: Response) { // expect: missing-authentication
  //                  ^^^^^^ Anyone can call POST /orders
  await pool.query("INSERT INTO orders (total) VALUES ($1)", [req.body.total]);
  res.sendStatus(201);
}

export async function update(req: Request, res: Response) {
  await pool.query("UPDATE users SET name = $1 WHERE id = $2", [req.body.name, req.user.id]);
  res.end();
}

export async function remove(req: Request, res: Response) {
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
  res.end();
}
// file: src/db.ts
import { Pool } from "pg";

export const pool = new Pool();
