// A span around code gives what the code gives.

import * as Sentry from "@sentry/node";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.delete("/orders/:id", async (req, res) => {
  const client = await Sentry.startSpan({ name: "connect" }, () => pool.connect());
  await client.query("DELETE FROM orders WHERE id = $1", [req.params.id]); // effect: write postgres orders, delete
  res.end();
});
