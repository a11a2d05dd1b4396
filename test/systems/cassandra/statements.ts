import { Client } from "cassandra-driver";
import express from "express";

const client = new Client({ contactPoints: ["localhost"] });
const app = express();

app.post("/tides", async (req, res) => {
  const known = await client.execute("SELECT * FROM tides WHERE port = ?", [req.body.port], { prepare: true }); // effect: read cassandra tides, read
  await client.execute("INSERT INTO tides (port, height) VALUES (?, ?)", [req.body.port, req.body.height]); // effect: write cassandra tides, upsert
  await client.execute("INSERT INTO ports (name) VALUES (?) IF NOT EXISTS", [req.body.port]); // effect: write cassandra ports, insert
  await client.batch([{ query: "DELETE FROM ebbs WHERE port = ?", params: [req.body.port] }]); // effect: write cassandra ebbs, delete
  res.json(known);
});
