// A token that a cache keeps is a credential: who asks for one is sent one, and who shows it may go on.
import crypto from "node:crypto";
import express from "express";
import Redis from "ioredis";
import nodemailer from "nodemailer";
import pg from "pg";

const pool = new pg.Pool();
const redis = new Redis();
const mail = nodemailer.createTransport(process.env.SMTP_URL);
const app = express();

async function holderOf(email: string) {
  const { rows } = await pool.query("SELECT id, email FROM holders WHERE email = $1", [email]);
  return rows[0];
}

app.post("/lost", async (req, res) => {
  const holder = await holderOf(String(req.body.email));
  if (!holder) return res.status(204).end();
  const token = crypto.randomBytes(32).toString("hex");
  await redis.set(`lost:${token}`, holder.id, "EX", 3600); // silent: it asks for a letter
  await mail.sendMail({ to: holder.email, text: token });
  res.end();
});
app.post("/found", async (req, res) => {
  const id = await redis.get(`lost:${req.body.token}`);
  if (!id) return res.status(410).end();
  await pool.query("UPDATE holders SET nick = $1 WHERE id = $2", [String(req.body.nick), id]); // silent: it shows the token
  res.end();
});
app.post("/nick", async (req, res) => { // expect: missing-authentication
  const nick = await redis.get(`nick:${req.body.name}`);
  if (!nick) return res.status(410).end();
  await pool.query("UPDATE holders SET nick = $1 WHERE name = $2", [nick, String(req.body.name)]);
  res.end();
});
app.get("/me", async (req, res) => {
  const session = await redis.get(`session:${req.headers.authorization}`);
  if (!session) return res.status(401).end();
  res.json(await pool.query("SELECT * FROM holders WHERE id = $1", [session]));
});
app.listen(3000);
