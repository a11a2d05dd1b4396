// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  try {
    (req as any).user = jwt.verify(req.headers.authorization ?? "", process.env.KEY!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

app.post("/api/webhooks", requireUser, async (req, res) => { // silent: a customer registers an address of theirs
  await pool.query("INSERT INTO hooks (url) VALUES ($1)", [req.body.url]);
  res.end();
});

app.post("/hooks/shop", async (req, res) => { // expect: webhook-without-dedupe
  if (req.headers["x-secret"] !== process.env.SHOP_SECRET) return res.sendStatus(401);
  await pool.query("INSERT INTO payments (cents) VALUES ($1)", [req.body.cents]);
  res.end();
});
