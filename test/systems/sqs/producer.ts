import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import express from "express";

const sqs = new SQSClient({});
const app = express();

app.post("/orders/:id", async (req, res) => {
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: JSON.stringify(req.body) })); // effect: publish sqs QUEUE_URL, publish
  await sqs.send( // effect: publish sqs orders.fifo, publish
    new SendMessageCommand({
      QueueUrl: "https://sqs.eu-west-1.amazonaws.com/1/orders.fifo",
      MessageBody: "x",
      MessageGroupId: "a",
      MessageDeduplicationId: req.params.id,
    }),
  );
  await sqs.send(new SendMessageBatchCommand({ QueueUrl: process.env.QUEUE_URL, Entries: [] })); // effect: publish sqs QUEUE_URL, publish
  res.end();
});
