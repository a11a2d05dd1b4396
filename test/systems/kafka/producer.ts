import express from "express";
import { Kafka } from "kafkajs";

const kafka = new Kafka({ clientId: "shop", brokers: [] });
const producer = kafka.producer({ idempotent: true });
const app = express();

app.post("/orders/:id", async (req, res) => {
  await producer.send({ topic: "orders", messages: [{ key: req.params.id, value: "x" }] }); // effect: publish kafka orders, publish
  res.end();
});
