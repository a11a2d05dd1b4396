// file: migrations/001.sql
CREATE TABLE payments (id serial PRIMARY KEY, invoice text NOT NULL, cents int);
CREATE TABLE invoices (id serial PRIMARY KEY, stripe_id text NOT NULL UNIQUE, cents int);
// file: src/app.ts
import express from "express";
import Redis from "ioredis";
import nodemailer from "nodemailer";
import { Pool } from "pg";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
const redis = new Redis();
const pool = new Pool();
const mailer = nodemailer.createTransport({});
const app = express();
const raw = express.raw({ type: "application/json" });

function verified(req: express.Request) {
  return stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"]!, process.env.WEBHOOK_SECRET!);
}

app.post("/webhooks/plain", raw, async (req, res) => { // expect: webhook-without-dedupe
  //                             ^^^^^ adds a second row to payments and sends the message again
  const event = verified(req);
  await pool.query("INSERT INTO payments (invoice) VALUES ($1)", [event.data.object.id]);
  await mailer.sendMail({ to: event.data.object.receipt_email, text: "Thank you" });
  res.end();
});

app.post("/webhooks/points", raw, async (req, res) => { // expect: webhook-without-dedupe
  const event = verified(req);
  await pool.query("UPDATE users SET points = points + 1 WHERE stripe = $1", [event.data.object.customer]);
  res.end();
});

app.post("/webhooks/recorded", raw, async (req, res) => { // silent: the event is recorded first
  const event = verified(req);
  const seen = await pool.query("INSERT INTO events (id) VALUES ($1) ON CONFLICT DO NOTHING", [event.id]);
  if (seen.rowCount === 0) return res.end();
  await pool.query("INSERT INTO payments (invoice) VALUES ($1)", [event.data.object.id]);
  await mailer.sendMail({ to: event.data.object.receipt_email, text: "Thank you" });
  res.end();
});

app.post("/webhooks/redis", raw, async (req, res) => { // silent: SET NX claims the event
  const event = verified(req);
  const first = await redis.set(`event:${event.id}`, "1", "EX", 86400, "NX");
  if (!first) return res.end();
  await pool.query("INSERT INTO payments (invoice) VALUES ($1)", [event.data.object.id]);
  res.end();
});

app.post("/webhooks/unique", raw, async (req, res) => { // silent: a unique key of the table
  const event = verified(req);
  await pool.query("INSERT INTO invoices (stripe_id, cents) VALUES ($1, $2)", [event.data.object.id, 5]);
  res.end();
});

app.post("/webhooks/state", raw, async (req, res) => { // silent: the same state again
  const event = verified(req);
  await pool.query("UPDATE subscriptions SET status = $1 WHERE stripe = $2", [event.data.object.status, event.data.object.id]);
  res.end();
});
