// https://github.com/googleapis/nodejs-pubsub/tree/main/samples
import { PubSub } from "@google-cloud/pubsub";
import express from "express";

const pubsub = new PubSub();
const app = express();

app.post("/orders/:id", async (req, res) => {
  await pubsub.topic("orders", { messageOrdering: true }).publishMessage({ data: Buffer.from(req.params.id), orderingKey: "a" }); // effect: publish google-pubsub orders
  await pubsub.topic("orders").publish(Buffer.from(req.params.id)); // effect: publish google-pubsub orders
  await pubsub.createTopic("new"); // effect: write google-pubsub new, set
  res.end();
});
