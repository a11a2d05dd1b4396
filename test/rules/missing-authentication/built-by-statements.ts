// A query that is built by statements is one object: what is answered with is what was asked for, whatever was added last.

// file: package.json
{ "name": "piers", "dependencies": { "express": "5", "knex": "3", "express-jwt": "8" } }
// file: migrations/1_guests.sql
CREATE TABLE guests (id uuid PRIMARY KEY, first_name text, email text, password text, pier_id uuid);
// file: src/server.ts
import express from "express";
import { expressjwt } from "express-jwt";
import knexly from "knex";

const knex = knexly({ client: "pg" });
const app = express();
const signedIn = expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] });

async function guests(asked: any) {
  const query = knex("guests").select("id", "first_name", "email");
  query.offset(asked.skip).limit(asked.limit);
  if (asked.pier) query.andWhere("pier_id", asked.pier);
  return query;
}

app.patch("/guests/:id", signedIn, async (req, res) => {
  await knex("guests").where({ id: req.params.id }).update({ email: req.body.email });
  res.sendStatus(204);
});
app.get("/guests/:id", signedIn, async (req, res) => {
  res.json(await knex("guests").where({ id: req.params.id }).first());
});
app.get("/guests/all", signedIn, async (_req, res) => {
  res.json(await knex("guests").select());
});
app.get("/guests", async (req, res) => { // expect: missing-authentication
  res.json({ guests: await guests(req.query) });
});
