// file: src/app.ts
// https://vitaly-t.github.io/pg-promise/formatting.html#.format: the values are filled in ahead of the call, whichever client runs the text.
import { randomUUID } from "node:crypto";
import express from "express";
import pgp from "pg-promise";
import { Sequelize } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL as string, { dialect: "postgres" });

const app = express();

app.post("/reports", async (req, res) => {
  await sequelize.query(pgp.as.format('INSERT INTO reports ("id", "text") VALUES ($(id), $(text))', { id: randomUUID(), text: req.body.text })); // effect: write postgres reports, insert, unsafe
  res.sendStatus(201);
});

app.put("/reports/:id", async (req, res) => {
  await sequelize.query(pgp.as.format('INSERT INTO reports ("id", "text") VALUES ($(id), $(text))', { id: req.params.id, text: req.body.text })); // effect: write postgres reports, insert, safe
  res.sendStatus(201);
});

// file: schema.sql
CREATE TABLE reports (id uuid PRIMARY KEY, text text NOT NULL);
