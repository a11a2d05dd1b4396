import express from "express";
import OAuth2Server from "@node-oauth/oauth2-server";
import { Pool } from "pg";
import * as model from "./model.ts";

const pool = new Pool();
const app = express();
const oauth = new OAuth2Server({ model });

async function signedIn(req: express.Request, res: express.Response, next: express.NextFunction) {
  try {
    // guard: authentication signedIn
    res.locals.token = await oauth.authenticate(new OAuth2Server.Request(req), new OAuth2Server.Response(res));
    next();
  } catch (error) {
    next(error);
  }
}

app.delete("/reels/:id", signedIn, async (req, res) => {
  await pool.query("DELETE FROM reels WHERE id = $1", [req.params.id]); // effect: write postgres reels, delete
  res.end();
});
