import { SquareClient, WebhooksHelper } from "square";
import express from "express";

const client = new SquareClient({ token: process.env.SQUARE_TOKEN });
const app = express();

app.post("/pay", async (req, res) => {
  await client.payments.create({ sourceId: req.body.source, idempotencyKey: req.body.id }); // effect: write square payments, charge
  await client.customers.create({ emailAddress: req.body.email }); // effect: write square customers, insert
  await client.orders.get({ orderId: req.body.order }); // effect: read square orders, read
  res.end();
});

app.post("/webhook", async (req, res) => {
  const valid = await WebhooksHelper.verifySignature({ requestBody: req.body, signatureHeader: "", signatureKey: "", notificationUrl: "" }); // guard: signature WebhooksHelper.verifySignature
  if (!valid) return res.status(403).end();
  await client.payments.cancel({ paymentId: req.body.id }); // effect: write square payments, delete
  return res.end();
});
