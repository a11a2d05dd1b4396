import { WebClient } from "@slack/web-api";
import { IncomingWebhook } from "@slack/webhook";
import express from "express";

const slack = new WebClient(process.env.SLACK_TOKEN);
const hook = new IncomingWebhook(process.env.SLACK_HOOK!);
const app = express();

app.post("/notify", async (req, res) => {
  await slack.chat.postMessage({ channel: "ops", text: "Hi" }); // effect: call slack ops, send
  await slack.chat.update({ channel: "ops", ts: req.body.ts, text: "Hi" }); // effect: write slack ops, set
  await hook.send("Hi"); // effect: call slack, send
  res.json(await slack.users.info({ user: req.body.user })); // effect: call slack, read
});
