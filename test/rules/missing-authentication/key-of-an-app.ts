// The key of an application stands in its address, and is nothing that somebody was given in secret.
import express from "express";
import { expressjwt } from "express-jwt";
import knex from "knex";

const db = knex({ client: "pg" });
const app = express();
const signedIn = expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] });

app.get("/apps", signedIn, async (_req, res) => {
  res.json(await db("apps").select());
});
app.patch("/apps/:appKey/oauth-clients", async (req, res) => { // expect: missing-authentication
  await db("oauth_clients").where({ app_key: req.params.appKey }).update({ redirect: req.body.redirect });
  res.sendStatus(204);
});
app.patch("/letters/:letterKey", async (req, res) => { // silent: whoever got the letter has it
  await db("letters").where({ letter_key: req.params.letterKey }).update({ answer: req.body.answer });
  res.sendStatus(204);
});
