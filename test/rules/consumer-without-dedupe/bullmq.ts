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

new Worker("invoices", async (job) => { // expect: consumer-without-dedupe
  await pool.query("INSERT INTO invoices (order_id) VALUES ($1)", [job.data.orderId]);
});
new Worker("stock", takeFromStock);
new Worker("keyed", async (job) => { // silent: a conflict does nothing
  await pool.query("INSERT INTO invoices (order_id) VALUES ($1) ON CONFLICT (order_id) DO NOTHING", [job.data.orderId]);
});
new Worker("claimed", async (job) => { // silent: the job is claimed first
  const first = await redis.set(`job:${job.data.orderId}`, "1", "NX");
  if (!first) return;
  await pool.query("INSERT INTO invoices (order_id) VALUES ($1)", [job.data.orderId]);
});
new Worker("state", async (job) => { // silent: the state is asked first
  const order = await prisma.order.findUnique({ where: { id: job.data.orderId } });
  if (order?.status === "invoiced") return;
  await prisma.invoice.create({ data: { orderId: job.data.orderId } });
  await prisma.order.update({ where: { id: job.data.orderId }, data: { status: "invoiced" } });
});
new Worker("absolute", async (job) => { // silent: the same values again
  await prisma.order.update({ where: { id: job.data.orderId }, data: { status: "done" } });
});

async function takeFromStock(job: { data: { sku: string } }) { // expect: consumer-without-dedupe
  await pool.query("UPDATE products SET stock = stock - 1 WHERE sku = $1", [job.data.sku]);
}
