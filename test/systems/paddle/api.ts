import { Paddle } from "@paddle/paddle-node-sdk";
import express from "express";

const paddle = new Paddle(process.env.PADDLE_KEY!);
const app = express();

app.post("/webhook", async (req, res) => {
  const event = await paddle.webhooks.unmarshal(req.body, process.env.PADDLE_SECRET!, String(req.headers["paddle-signature"])); // guard: signature paddle.webhooks.unmarshal
  await paddle.subscriptions.createOneTimeCharge(event.data.id, { items: [] }); // effect: write paddle subscriptions, charge
  await paddle.transactions.create({ items: [] }); // effect: write paddle transactions, insert
  await paddle.customers.get("c"); // effect: read paddle customers, read
  res.end();
});
