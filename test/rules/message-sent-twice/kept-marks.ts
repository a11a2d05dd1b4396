// Marks and codes under keys of a cache: asked for first, and set or taken away on the same path.
// file: package.json
{ "dependencies": { "express": "4", "ioredis": "5", "nodemailer": "6" } }
// file: src/server.ts
import express from "express";
import Redis from "ioredis";
import nodemailer from "nodemailer";

const app = express();
app.use(express.json());
const redis = new Redis();
const mailer = nodemailer.createTransport(process.env.SMTP_URL);

app.post("/marked", async (req, res) => {
  if (await redis.get(`sent:${req.body.order}`)) return res.sendStatus(200);
  await mailer.sendMail({ to: req.body.email }); // silent: the mark is set behind it
  await redis.set(`sent:${req.body.order}`, "1");
  res.sendStatus(201);
});

app.post("/marked/otherwise", async (req, res) => {
  if (await redis.get(`sent:${req.body.order}`)) return res.sendStatus(200);
  await mailer.sendMail({ to: req.body.email }); // expect: message-sent-twice
  await redis.set(`sent:${req.body.parcel}`, "1");
  res.sendStatus(201);
});

app.post("/used", async (req, res) => {
  const state = await redis.get(`ticket:${req.body.ticket}`);
  if (state === "used") return res.sendStatus(410);
  await mailer.sendMail({ to: req.body.email }); // silent: it is used from then on
  await redis.setex(`ticket:${req.body.ticket}`, 3600, "used");
  res.sendStatus(201);
});

app.post("/seen", async (req, res) => {
  const state = await redis.get(`ticket:${req.body.ticket}`);
  if (state === "used") return res.sendStatus(410);
  await mailer.sendMail({ to: req.body.email }); // expect: message-sent-twice
  await redis.setex(`ticket:${req.body.ticket}`, 3600, "seen");
  res.sendStatus(201);
});

app.post("/code", async (req, res) => {
  const code = await redis.get(`code:${req.body.phone}`);
  if (code !== req.body.code) return res.sendStatus(403);
  await redis.del(`code:${req.body.phone}`);
  await mailer.sendMail({ to: req.body.email }); // silent: the code is gone
  res.sendStatus(201);
});

app.post("/code/kept", async (req, res) => {
  const code = await redis.get(`code:${req.body.phone}`);
  if (code !== req.body.code) return res.sendStatus(403);
  await mailer.sendMail({ to: req.body.email }); // expect: message-sent-twice
  res.sendStatus(201);
});

app.post("/locked", async (req, res) => {
  if (await redis.get(`lock:${req.body.order}`)) return res.sendStatus(409);
  await redis.set(`lock:${req.body.order}`, "1");
  await mailer.sendMail({ to: req.body.email }); // expect: message-sent-twice
  // The next request takes the lock anew.
  await redis.del(`lock:${req.body.order}`);
  res.sendStatus(201);
});
