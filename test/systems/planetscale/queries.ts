import { Client, connect } from "@planetscale/database";
import express from "express";
import mysql from "serverless-mysql";

const connection = connect({ url: process.env.DATABASE_URL });
const client = new Client({ url: process.env.DATABASE_URL });
const lambda = mysql({ config: { host: process.env.HOST } });
const app = express();

app.post("/flags", async (req, res) => {
  await connection.execute("INSERT INTO flags (name) VALUES (?)", [req.body.name]); // effect: write mysql flags, insert
  await client.transaction(async (one) => {
    await one.execute("DELETE FROM masts WHERE id = ?", [req.body.id]); // effect: write mysql masts, delete
  });
  res.json(await lambda.query({ sql: "SELECT * FROM flags WHERE id = ?", values: [req.body.id] })); // effect: read mysql flags, read
});
