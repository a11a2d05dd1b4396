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
  await queue.add("fulfil", { orderId: order.id }); // expect: dual-write
  res.end();
});
app.post("/orders/keyed", async (req, res) => {
  const order = await prisma.order.create({ data: { total: req.body.total } });
  await queue.add("fulfil", { orderId: order.id }, { jobId: `fulfil-${req.body.cart}` }); // silent: the job has an id of its own
  res.end();
});
app.post("/orders/outbox", async (req, res) => {
  await prisma.$transaction([
    prisma.order.create({ data: { total: req.body.total } }),
    prisma.outbox.create({ data: { topic: "fulfil" } }), // silent: the outbox
  ]);
  res.end();
});
app.post("/orders/branches", async (req, res) => {
  if (req.body.later) {
    await queue.add("order", req.body); // silent: either one or the other
  } else {
    await prisma.order.create({ data: { total: req.body.total } });
  }
  res.end();
});
app.post("/refresh", async (req, res) => {
  await queue.add("refresh", {}); // silent: nothing is written beside it
  res.end();
});
