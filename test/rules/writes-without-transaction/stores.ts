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

app.post("/orders", async (req, res) => {
  const order = await prisma.order.create({ data: { total: req.body.total } });
  await prisma.orderLine.create({ data: { orderId: order.id } }); // expect: writes-without-transaction
  res.end();
});
app.post("/transfer", async (req, res) => {
  await take(req.body.from);
  await pool.query("INSERT INTO ledger (account) VALUES ($1)", [req.body.to]); // expect: writes-without-transaction
  res.end();
});
app.post("/orders/together", async (req, res) => {
  await prisma.$transaction(async (tx) => {
    const order = await tx.order.create({ data: { total: req.body.total } });
    await tx.orderLine.create({ data: { orderId: order.id } }); // silent: one transaction
  });
  res.end();
});
app.post("/orders/client", async (req, res) => {
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("INSERT INTO orders (total) VALUES ($1)", [req.body.total]);
  await client.query("INSERT INTO order_lines (sku) VALUES ($1)", [req.body.sku]); // silent: between BEGIN and COMMIT
  await client.query("COMMIT");
  client.release();
  res.end();
});
app.post("/orders/either", async (req, res) => {
  if (req.body.draft) await prisma.draft.create({ data: {} });
  else await prisma.order.create({ data: {} }); // silent: either one or the other
  res.end();
});
app.post("/orders/logged", async (req, res) => {
  await prisma.order.create({ data: {} });
  await prisma.auditLog.create({ data: {} }); // silent: a trail
  res.end();
});

async function take(account: string) {
  await pool.query("UPDATE accounts SET balance = balance - 1 WHERE id = $1", [account]);
}
