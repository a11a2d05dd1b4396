import { Queue, Worker } from "bullmq";
import express from "express";
import nodemailer from "nodemailer";

const app = express();
const mailer = nodemailer.createTransport({});
const codes = new Queue("codes");
const counts = new Queue("counts");

app.get("/wallet/withdraw-code", async (req, res) => {
  await codes.add("send", { email: req.query.email }); // expect: write-in-get
  res.end();
});
app.get("/wallet/statement", async (req, res) => {
  await mailer.sendMail({ to: String(req.query.email), text: "Your statement" }); // expect: write-in-get
  res.end();
});
app.get("/wallet", async (req, res) => {
  await counts.add("seen", { wallet: req.query.id }); // silent: nobody is told
  res.end();
});
app.get("/wallet/health", async (req, res) => {
  try {
    await fetch("https://bank.example.com/ping");
  } catch {
    await mailer.sendMail({ to: "ops@example.com", text: "The bank is away" }); // silent: it tells of a failure
  }
  res.end();
});

new Worker("codes", async (job) => {
  await mailer.sendMail({ to: job.data.email, text: "Your code" });
});
new Worker("counts", async () => {});
