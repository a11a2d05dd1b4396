import { CloudTasksClient } from "@google-cloud/tasks";
import express from "express";

const client = new CloudTasksClient();
const app = express();

app.post("/orders/:id", async (req, res) => {
  await client.createTask({ parent: "queues/mails", task: { name: `receipt-${req.params.id}` } }); // effect: publish google-cloud-tasks queues/mails, publish
  res.end();
});
