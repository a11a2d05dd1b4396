import { Webhooks } from "@octokit/webhooks";
import express from "express";
import { Pool } from "pg";
import { Webhook } from "standardwebhooks";

const pool = new Pool();
const webhooks = new Webhooks({ secret: process.env.GITHUB_SECRET! });
const app = express();

app.post("/github", async (req, res) => {
  if (!(await webhooks.verify(req.body, String(req.headers["x-hub-signature-256"])))) return res.status(401).end(); // guard: signature webhooks.verify // guard: authentication inline check
  await pool.query("DELETE FROM carts WHERE id = $1", [req.body.id]); // effect: write postgres carts, delete
  return res.end();
});

app.post("/standard", async (req, res) => {
  const event = new Webhook(process.env.WEBHOOK_SECRET!).verify(req.body, req.headers); // guard: signature new Webhook(…).verify
  await pool.query("DELETE FROM wishes WHERE id = $1", [event.id]); // effect: write postgres wishes, delete
  res.end();
});
