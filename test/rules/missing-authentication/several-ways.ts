// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use(express.json());

async function keyOf(value: string) {
  const { rows } = await pool.query("SELECT * FROM api_keys WHERE secret = $1", [value]);
  return rows[0];
}

async function userOrKey(req: express.Request, res: express.Response, next: express.NextFunction) {
  const value = req.headers["x-api-key"] as string | undefined;
  if (value) {
    const key = await keyOf(value);
    if (!key) return res.sendStatus(401);
    return next();
  }
  const session = jwt.verify(req.cookies.session, process.env.KEY!);
  if (!session) return res.sendStatus(401);
  next();
}

async function perhapsKey(req: express.Request, res: express.Response, next: express.NextFunction) {
  const value = req.headers["x-api-key"] as string | undefined;
  if (!value) return next();
  const key = await keyOf(value);
  if (!key) return res.sendStatus(401);
  next();
}

function moved(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (req.path.startsWith("/static/")) return next();
  if (req.path.endsWith("/")) return res.redirect(req.path.slice(0, -1));
  next();
}

function exceptSome(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (req.path.startsWith("/open/")) return next();
  if (!req.headers.authorization || !jwt.verify(req.headers.authorization, process.env.KEY!)) return res.sendStatus(401);
  next();
}

app.delete("/orders/:id", userOrKey, async (req, res) => { // silent: a key or a session, on every way
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]);
  res.end();
});

app.delete("/invoices/:id", perhapsKey, async (req, res) => { // expect: missing-authentication
  await pool.query("DELETE FROM invoices WHERE id = $1", [req.params.id]);
  res.end();
});

app.delete("/users/:id", moved, async (req, res) => { // expect: missing-authentication
  await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);
  res.end();
});

app.delete("/payments/:id", exceptSome, async (req, res) => { // silent: which addresses are open is not read
  await pool.query("DELETE FROM payments WHERE id = $1", [req.params.id]);
  res.end();
});
