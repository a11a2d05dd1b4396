// file: src/app.ts
import { Receiver } from "@upstash/qstash";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const receiver = new Receiver();
const app = express();

app.post("/cron/report", express.text(), async (req, res) => { // expect: consumer-without-dedupe
  const valid = await receiver.verify({ signature: req.headers["upstash-signature"] as string, body: req.body });
  if (!valid) return res.sendStatus(401);
  await pool.query("INSERT INTO reports (day) VALUES (now())");
  res.end();
});

app.post("/cron/clean", express.text(), async (req, res) => { // silent: deleting again changes nothing
  const valid = await receiver.verify({ signature: req.headers["upstash-signature"] as string, body: req.body });
  if (!valid) return res.sendStatus(401);
  await pool.query("DELETE FROM reports WHERE day < now() - interval '1 year'");
  res.end();
});
