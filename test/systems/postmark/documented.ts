// https://github.com/ActiveCampaign/postmark.js#documentation
import { ServerClient } from "postmark";
import express from "express";

const client = new ServerClient("token");
const app = express();

app.post("/orders/:id", async (req, res) => {
  await client.sendEmailWithTemplate({ From: "a@b.c", To: req.body.to, TemplateAlias: "hi", TemplateModel: {} }); // effect: call postmark, send
  await client.sendEmailBatch([{ From: "a@b.c", To: req.body.to }]); // effect: call postmark, send
  res.end();
});
