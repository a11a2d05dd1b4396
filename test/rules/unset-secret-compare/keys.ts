import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.post("/jobs/renew", async (req, res) => {
  if (req.headers["x-job-key"] !== process.env.JOB_KEY) return res.sendStatus(401); // expect: unset-secret-compare
  await pool.query("UPDATE subscriptions SET renewed = true");
  res.end();
});
app.post("/jobs/bearer", async (req, res) => {
  if (req.get("authorization") !== `Bearer ${process.env.CRON_SECRET}`) return res.sendStatus(401); // expect: unset-secret-compare
  await pool.query("UPDATE subscriptions SET renewed = true");
  res.end();
});
app.post("/jobs/asked", async (req, res) => {
  const key = process.env.JOB_KEY;
  if (!key || req.headers["x-job-key"] !== key) return res.sendStatus(401); // silent: it is asked for first
  await pool.query("UPDATE subscriptions SET renewed = true");
  res.end();
});
app.post("/jobs/asked-before", async (req, res) => {
  if (!process.env.JOB_KEY) throw new Error("Set JOB_KEY");
  if (req.headers["x-job-key"] !== process.env.JOB_KEY) return res.sendStatus(401); // silent: refused before
  await pool.query("UPDATE subscriptions SET renewed = true");
  res.end();
});
app.post("/mode", async (req, res) => {
  if (process.env.NODE_ENV !== "production") return res.sendStatus(404); // silent: no secret of the caller
  res.end();
});
