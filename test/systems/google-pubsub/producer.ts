import { PubSub } from "@google-cloud/pubsub";
import express from "express";

const topic = new PubSub().topic("orders");
const app = express();

app.post("/orders/:id", async (req, res) => {
  await topic.publishMessage({ json: { id: req.params.id } }); // effect: publish google-pubsub orders, publish
  res.end();
});
