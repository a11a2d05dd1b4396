// file: src/sqs.ts
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import express from "express";
import knex from "knex";

const app = express();
const db = knex({ client: "pg" });
const sqs = new SQSClient({});
const ordersQueueUrl = process.env.ORDERS_QUEUE_URL;

app.post("/sqs/orders", async (req, res) => {
  const { total, reference } = req.body;
  await db("orders").insert({ total, reference });
  await sqs.send(new SendMessageCommand({ QueueUrl: ordersQueueUrl, MessageBody: JSON.stringify({ reference }) })); // expect: dual-write
  res.status(201).end();
});
// file: src/bull.ts
import Queue from "bull";
import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();
const mails = new Queue("mails");

app.post("/bull/orders", async (req, res) => {
  const { total, reference } = req.body;
  await pool.query("INSERT INTO orders (total, reference) VALUES ($1, $2)", [total, reference]);
  await mails.add("confirm", { reference }); // expect: dual-write
  res.status(201).end();
});
