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

app.get("/orders/:id/cancel", async (req, res) => {
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]); // expect: write-in-get
  res.end();
});
app.get("/settings", async (req, res) => {
  const found = await prisma.settings.findFirst();
  res.json(found ?? (await prisma.settings.create({ data: { theme: "light" } }))); // expect: write-in-get
});
app.post("/orders/:id/cancel", async (req, res) => {
  await pool.query("DELETE FROM orders WHERE id = $1", [req.params.id]); // silent: not a GET
  res.end();
});
app.get("/articles/:id", async (req, res) => {
  await prisma.article.update({ where: { id: req.params.id }, data: { views: { increment: 1 } } }); // silent: a counter of visits
  res.end();
});
app.get("/newsletter/confirm", async (req, res) => {
  await prisma.reader.update({ where: { id: req.query.id }, data: { confirmed: true } }); // silent: a link in an e-mail
  res.end();
});
app.get("/report", async (req, res) => {
  await redis.set("report", "…", "EX", 60); // silent: a cache
  res.json(await prisma.order.findMany());
});
