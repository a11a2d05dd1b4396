// file: migrations/20240105093000_seats.js
exports.up = (knex) =>
  knex.schema.createTable("seats", (table) => {
    table.increments("id");
    table.integer("flight");
    table.text("place");
  });
// file: src/app.ts
import express from "express";
import knex from "knex";

const app = express();
const db = knex({ client: "pg" });

app.post("/seats", async (req, res) => {
  const { flight, place } = req.body;
  const known = await db("seats").where({ flight, place }).first();
  if (known) return res.status(409).end();
  await db("seats").insert({ flight, place }); // expect: unguarded-create
  // ~ two requests at once
  res.status(201).end();
});
