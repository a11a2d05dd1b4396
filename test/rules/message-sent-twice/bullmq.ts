import express from "express";
import Redis from "ioredis";
import nodemailer from "nodemailer";
import { Pool } from "pg";
import { PrismaClient } from "@prisma/client";
import { Queue, Worker } from "bullmq";

const app = express();
const pool = new Pool();
const prisma = new PrismaClient();
const redis = new Redis();
const queue = new Queue("jobs");
const mailer = nodemailer.createTransport({});

new Worker("receipts", async (job) => {
  await mailer.sendMail({ to: job.data.email, text: "Thank you" }); // expect: message-sent-twice
});
new Worker("marked", async (job) => {
  const first = await redis.set(`receipt:${job.data.orderId}`, "sent", "NX");
  if (!first) return;
  await mailer.sendMail({ to: job.data.email, text: "Thank you" }); // silent: claimed first
});
new Worker("stored", async (job) => {
  const order = await prisma.order.findUnique({ where: { id: job.data.orderId } });
  if (order.receiptSentAt) return;
  await mailer.sendMail({ to: job.data.email, text: "Thank you" }); // silent: the mark is asked
  await prisma.order.update({ where: { id: order.id }, data: { receiptSentAt: new Date() } });
});
app.post("/contact", async (req, res) => {
  await mailer.sendMail({ to: "team@example.com", text: req.body.text }); // expect: message-sent-twice
  res.end();
});
