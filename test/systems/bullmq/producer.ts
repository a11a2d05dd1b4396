import express from "express";
import { FlowProducer, Queue } from "bullmq";

const mails = new Queue("mails", { connection: {} });
const flows = new FlowProducer();
const app = express();

app.post("/orders/:id", async (req, res) => {
  await mails.add("receipt", { order: req.params.id }); // effect: publish bullmq mails, publish
  await mails.add("receipt", { order: req.params.id }, { jobId: `receipt-${req.params.id}` }); // effect: publish bullmq mails, publish
  await mails.add("digest", {}, { repeat: { pattern: "0 8 * * *" } }); // effect: publish bullmq mails, upsert
  await mails.addBulk([{ name: "a", data: {} }]); // effect: publish bullmq mails, publish
  await flows.add({ name: "f", queueName: "flows", data: {}, opts: { jobId: req.params.id } }); // effect: publish bullmq flows, publish
  await mails.upsertJobScheduler("daily", { pattern: "0 8 * * *" }, { name: "digest" }); // effect: publish bullmq mails, upsert
  await mails.getJob(req.params.id); // effect: read bullmq mails, read
  await mails.remove(req.params.id); // effect: write bullmq mails, delete
  res.end();
});
