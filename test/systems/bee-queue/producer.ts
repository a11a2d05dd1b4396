import Queue from "bee-queue";
import express from "express";

const mails = new Queue("mails");
const app = express();

app.post("/orders/:id", async (req, res) => {
  await mails.createJob({ order: req.params.id }).setId(req.params.id).retries(3).save(); // effect: publish bee-queue mails, publish
  res.end();
});
