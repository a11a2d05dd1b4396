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

app.post("/accounts/:id/points", async (req, res) => {
  await pool.query("UPDATE accounts SET balance = balance + $1 WHERE id = $2", [req.body.points, req.params.id]); // expect: unguarded-increment
  res.end();
});
app.post("/products/:id/buy", async (req, res) => {
  await prisma.product.update({ where: { id: req.params.id }, data: { stock: { decrement: 1 } } }); // expect: unguarded-increment
  res.end();
});
app.post("/accounts/:id/set", async (req, res) => {
  await pool.query("UPDATE accounts SET balance = $1 WHERE id = $2", [req.body.balance, req.params.id]); // silent: the same value again
  res.end();
});
app.post("/orders/:id/points", async (req, res) => {
  const given = await pool.query("INSERT INTO given (order_id) VALUES ($1) ON CONFLICT DO NOTHING", [req.params.id]);
  if (given.rowCount === 0) return res.end();
  await pool.query("UPDATE accounts SET balance = balance + 1 WHERE id = $1", [req.body.account]); // silent: recorded first
  res.end();
});
app.post("/rate", async (req, res) => {
  await redis.incr(`rate:${req.ip}`); // silent: a limiter's counter
  res.end();
});
