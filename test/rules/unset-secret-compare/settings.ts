// file: src/settings.ts
import { z } from "zod";

export const settings = z
  .object({
    JOB_KEY: z.string().min(16),
    CRON_KEY: z.string().optional(),
    PING_KEY: z.string().default("none"),
  })
  .parse(process.env);

// file: src/app.ts
import express from "express";
import { Pool } from "pg";
import { settings } from "./settings";

const pool = new Pool();
const app = express();

app.post("/jobs/required", async (req, res) => {
  if (req.headers["x-job-key"] !== settings.JOB_KEY) return res.sendStatus(401); // silent: the service does not start without it
  await pool.query("UPDATE subscriptions SET renewed = true");
  res.end();
});
app.post("/jobs/optional", async (req, res) => {
  if (req.headers.authorization !== `Bearer ${settings.CRON_KEY}`) return res.sendStatus(401); // expect: unset-secret-compare
  await pool.query("UPDATE subscriptions SET renewed = true");
  res.end();
});
app.post("/jobs/default", async (req, res) => {
  if (req.headers["x-ping"] !== settings.PING_KEY) return res.sendStatus(401); // silent: it has a value
  await pool.query("UPDATE subscriptions SET renewed = true");
  res.end();
});
