import Queue from "bull";
import express from "express";

const mails = new Queue("mails", process.env.REDIS_URL!);
const app = express();

app.post("/orders/:id", async (req, res) => {
  await mails.add({ order: req.params.id }); // effect: publish bull mails, publish
  await mails.add("receipt", { order: req.params.id }, { jobId: req.params.id }); // effect: publish bull mails, publish
  await mails.add({}, { repeat: { cron: "0 8 * * *" } }); // effect: publish bull mails, upsert
  await mails.getJob(req.params.id); // effect: read bull mails, read
  res.end();
});
