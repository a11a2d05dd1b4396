// file: migrations/001_payments.js
exports.up = async function up(knex) {
  await knex.schema.createTable("payments", (table) => {
    table.increments("id");
    table.string("reference").notNullable().unique();
    table.string("note");
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable("payments");
};
// file: src/app.ts
import express from "express";
import knex from "knex";

const db = knex({ client: "pg" });
const app = express();

app.post("/payments", async (req, res) => {
  await db("payments").insert({ reference: req.body.reference }); // effect: write postgres payments, insert
  res.end();
});

app.post("/notes", async (req, res) => {
  await db("payments").insert({ note: req.body.note }); // effect: write postgres payments, insert
  res.end();
});
