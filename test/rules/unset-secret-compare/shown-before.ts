// Whoever shows nothing is turned away before, or the service does not start.
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const HOOK_KEY = process.env.HOOK_KEY;
const OTHER_KEY = process.env.OTHER_KEY;

if (!HOOK_KEY || !process.env.CRON_KEY) {
  throw new Error("keys are missing");
}
if (!process.env.WARNED_KEY) console.warn("WARNED_KEY is missing");

app.post("/a", async (req, res) => {
  const key = req.headers["x-key"];
  if (!key) return res.sendStatus(401);
  if (key !== OTHER_KEY) return res.sendStatus(401); // silent: nobody comes here without a key
  await pool.query("DELETE FROM a");
  res.end();
});

app.post("/b", async (req, res) => {
  const key = req.headers["x-key"];
  if (!key || key !== OTHER_KEY) return res.sendStatus(401); // silent: the same in one test
  await pool.query("DELETE FROM b");
  res.end();
});

app.post("/c", async (req, res) => {
  if (req.headers["x-key"] !== HOOK_KEY) return res.sendStatus(401); // silent: without it nothing starts
  await pool.query("DELETE FROM c");
  res.end();
});

app.post("/d", async (req, res) => {
  if (req.headers["x-key"] !== process.env.CRON_KEY) return res.sendStatus(401); // silent: the same
  await pool.query("DELETE FROM d");
  res.end();
});

app.post("/e", async (req, res) => {
  if (req.headers["x-key"] !== process.env.WARNED_KEY) return res.sendStatus(401); // expect: unset-secret-compare
  await pool.query("DELETE FROM e");
  res.end();
});

app.post("/f", async (req, res) => {
  const key = req.headers.authorization;
  if (!key) return res.sendStatus(401);
  if (key !== `Bearer ${OTHER_KEY}`) return res.sendStatus(401); // expect: unset-secret-compare
  await pool.query("DELETE FROM f");
  res.end();
});
