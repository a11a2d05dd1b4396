import express from "express";
import nodemailer from "nodemailer";

const app = express();
const mailer = nodemailer.createTransport({});

app.post("/jobs/remind", async (req, res) => {
  if (req.headers.authorization !== `Bearer ${process.env.JOBS_KEY}`) return res.status(401).end();
  await mailer.sendMail({ to: req.body.email, text: "Tomorrow" }); // expect: message-sent-twice
  res.end();
});
// Whoever asks again wants another one; nothing limits how many somebody else asks for.
app.post("/auth/forgot-password", async (req, res) => {
  await mailer.sendMail({ to: req.body.email, text: "Your link" }); // expect: message-sent-twice
  res.end();
});
app.get("/orders", async (req, res) => { // silent: nothing is sent
  res.end();
});
app.post("/contact", async (req, res) => {
  await mailer.sendMail({ to: "team@example.com", text: req.body.text }); // expect: message-sent-twice
  res.end();
});
