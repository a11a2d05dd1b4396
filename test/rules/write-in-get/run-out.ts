import express from "express";
import knex from "knex";

const app = express();
const db = knex({ client: "pg" });

app.get("/passes", async (req, res) => {
  const passes = await db("passes").where({ owner: req.query.owner });
  for (const pass of passes) {
    if (pass.expiresAt > new Date()) continue;
    await db("passes").where({ id: pass.id }).delete(); // silent: it has run out
  }
  res.json(passes);
});
app.get("/passes/drop", async (req, res) => {
  await db("passes").where({ id: req.query.id }).delete(); // expect: write-in-get
  res.end();
});
