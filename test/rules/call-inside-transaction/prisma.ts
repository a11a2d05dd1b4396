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

app.post("/inside", async (req, res) => {
  await prisma.$transaction(async (tx) => {
    await tx.order.create({ data: { total: req.body.total } });
    await mailer.sendMail({ to: req.body.email, text: "Thank you" }); // expect: call-inside-transaction
    await fetch("https://crm.example/customers", { method: "POST" }); // expect: call-inside-transaction
  });
  res.end();
});
app.post("/after", async (req, res) => {
  await prisma.$transaction(async (tx) => {
    await tx.order.create({ data: { total: req.body.total } }); // silent: the database itself
  });
  await mailer.sendMail({ to: req.body.email, text: "Thank you" }); // silent: the transaction is closed
  res.end();
});
app.post("/none", async (req, res) => {
  await prisma.order.create({ data: { total: req.body.total } });
  await fetch("https://crm.example/customers", { method: "POST" }); // silent: no transaction
  res.end();
});
