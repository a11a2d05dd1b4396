import { Vonage } from "@vonage/server-sdk";
import africastalking from "africastalking";
import express from "express";
import plivo from "plivo";

const vonage = new Vonage({ apiKey: "a", apiSecret: "b" });
const talking = africastalking({ apiKey: "a", username: "b" });
const sms = talking.SMS;
const client = new plivo.Client("a", "b");
const app = express();

app.post("/texts", async (req, res) => {
  await vonage.sms.send({ to: req.body.phone, from: "Shop", text: "Hi" }); // effect: call text-messages, send
  await sms.send({ to: [req.body.phone], message: "Hi" }); // effect: call text-messages, send
  await client.messages.create({ src: "1", dst: req.body.phone, text: "Hi" }); // effect: call text-messages, send
  res.end();
});
