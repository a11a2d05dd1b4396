import connect, { sql } from "@databases/pg";
import express from "express";

const db = connect();
const app = express();

app.post("/ropes", async (req, res) => {
  const known = await db.query(sql`SELECT * FROM ropes WHERE length = ${req.body.length}`); // effect: read postgres ropes, read
  await db.tx(async (one) => {
    await one.query(sql`INSERT INTO ropes (length) VALUES (${req.body.length})`); // effect: write postgres ropes, insert
  });
  res.json(known);
});
