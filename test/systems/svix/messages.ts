import express from "express";
import { Svix, Webhook } from "svix";

const svix = new Svix(process.env.SVIX_KEY!);
const app = express();

app.post("/orders/:id", async (req, res) => {
  await svix.message.create("app", { eventType: "order.paid", payload: {} }, { idempotencyKey: req.params.id }); // effect: publish svix order.paid, publish
  res.end();
});

app.post("/shops/:id", async (req, res) => {
  await svix.eventType.create({ name: "order.paid", description: "Paid" }); // effect: write svix eventType, insert, safe
  await svix.application.create({ name: "shop", uid: req.params.id }); // effect: write svix application, insert, safe
  await svix.endpoint.create(req.params.id, { url: req.body.url }); // effect: write svix endpoint, insert, unsafe
  res.end();
});

app.post("/webhook", async (req, res) => {
  const event = new Webhook(process.env.SVIX_SECRET!).verify(req.body, req.headers); // guard: signature new Webhook(…).verify
  await svix.application.delete(event.id); // effect: write svix application, delete
  res.end();
});
