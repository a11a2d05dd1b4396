import { Client } from "@upstash/qstash";
import express from "express";

const qstash = new Client({ token: process.env.QSTASH_TOKEN });
const app = express();

app.post("/orders/:id", async (req, res) => {
  await qstash.publishJSON({ url: "https://shop.example.com/mail", body: {}, deduplicationId: req.params.id }); // effect: publish qstash shop.example.com, publish
  await qstash.publishJSON({ urlGroup: "mails", body: {} }); // effect: publish qstash mails, publish
  await qstash.queue({ queueName: "mails" }).enqueueJSON({ url: "https://shop.example.com/mail", body: {} }); // effect: publish qstash mails, publish
  res.end();
});
