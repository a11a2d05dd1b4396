import { createClient } from "@clickhouse/client";
import express from "express";

const client = createClient({ url: process.env.CLICKHOUSE_URL });
const app = express();

app.post("/events", async (req, res) => {
  await client.insert({ table: "events", values: [req.body], format: "JSONEachRow" }); // effect: write clickhouse events, insert
  const rows = await client.query({ query: "SELECT * FROM events WHERE id = {id: String}", query_params: { id: req.body.id } }); // effect: read clickhouse events, read
  await client.command({ query: "TRUNCATE TABLE events" }); // effect: write clickhouse events, delete
  res.json(await rows.json());
});
