// https://kafka.js.org/docs/producing · https://kafka.js.org/docs/transactions
import { Kafka } from "kafkajs";
import express from "express";

const producer = new Kafka({ brokers: [] }).producer({ transactionalId: "shop" });
const app = express();

app.post("/orders/:id", async (req, res) => {
  await producer.sendBatch({ topicMessages: [{ topic: "orders", messages: [{ value: req.params.id }] }] }); // effect: publish kafka
  const transaction = await producer.transaction();
  await transaction.send({ topic: "orders", messages: [{ value: req.params.id }] }); // effect: publish kafka orders
  await transaction.commit();
  res.end();
});
