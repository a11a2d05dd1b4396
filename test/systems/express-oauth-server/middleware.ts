import express from "express";
import OAuthServer from "express-oauth-server";
import { Pool } from "pg";
import * as model from "./model.ts";

const pool = new Pool();
const app = express();
const oauth = new OAuthServer({ model, useErrorHandler: true });

function signedIn(req: express.Request, res: express.Response, next: express.NextFunction) {
  // guard: authentication signedIn
  oauth.authenticate()(req, res, (error: { status: number } | undefined) => {
    if (error) return res.status(error.status).json({ error: "Sign in first." });
    return next();
  });
}

function ifShown(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (req.header("authorization")) return signedIn(req, res, next);
  return next();
}

app.delete("/reels/:id", signedIn, async (req, res) => {
  await pool.query("DELETE FROM reels WHERE id = $1", [req.params.id]); // effect: write postgres reels, delete
  res.end();
});

app.delete("/cans/:id", oauth.authenticate({ scope: "cans" }), async (req, res) => { // guard: authentication oauth.authenticate(…)
  await pool.query("DELETE FROM cans WHERE id = $1", [req.params.id]); // effect: write postgres cans, delete
  res.end();
});

app.delete("/marks/:id", ifShown, async (req, res) => {
  await pool.query("DELETE FROM marks WHERE id = $1", [req.params.id]); // effect: write postgres marks, delete
  res.end();
});

app.post("/token", oauth.token());
