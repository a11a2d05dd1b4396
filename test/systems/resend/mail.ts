import express from "express";
import { Resend } from "resend";

const resend = new Resend(process.env.RESEND_KEY);
const app = express();

app.post("/mail", async (req, res) => {
  await resend.emails.send({ to: req.body.email, from: "a@b.c", subject: "Hi" }, { idempotencyKey: req.body.id }); // effect: call resend, send
  await resend.batch.send([]); // effect: call resend, send
  await resend.contacts.create({ email: req.body.email }); // effect: write resend contacts, upsert
  res.json(await resend.emails.get(req.body.id)); // effect: read resend emails, read
});

app.post("/webhook", async (req, res) => {
  const event = resend.webhooks.verify({ payload: req.body, headers: req.headers, secret: "" }); // guard: signature resend.webhooks.verify
  await resend.contacts.remove({ email: event.data.to }); // effect: write resend contacts, delete
  res.end();
});
