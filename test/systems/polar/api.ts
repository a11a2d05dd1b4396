import { Polar } from "@polar-sh/sdk";
import { validateEvent } from "@polar-sh/sdk/webhooks";
import express from "express";

const polar = new Polar({ accessToken: process.env.POLAR_TOKEN });
const app = express();

app.post("/webhook", async (req, res) => {
  const event = validateEvent(req.body, req.headers, process.env.POLAR_SECRET!); // guard: signature validateEvent
  await polar.subscriptions.revoke({ id: event.data.id }); // effect: write polar subscriptions, delete
  await polar.refunds.create({ orderId: event.data.id }); // effect: write polar refunds, charge
  await polar.checkouts.create({ products: [] }); // effect: call polar checkouts, call
  res.json(await polar.orders.list({})); // effect: read polar orders, read
});
