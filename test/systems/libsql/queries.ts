import { createClient } from "@libsql/client";
import express from "express";

const client = createClient({ url: process.env.TURSO_URL! });
const app = express();

app.post("/orders/:id", async (req, res) => {
  const { rows } = await client.execute({ sql: "SELECT * FROM orders WHERE id = ?", args: [req.params.id] }); // effect: read sqlite orders, read
  await client.batch([{ sql: "DELETE FROM carts WHERE id = ?", args: [req.params.id] }, "UPDATE hits SET n = n + 1"]); // effect: write sqlite carts, delete // effect: write sqlite hits, increment
  res.json(rows);
});
