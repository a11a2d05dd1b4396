import express from "express";
import twilio from "twilio";

const client = twilio("sid", process.env.TWILIO_TOKEN);
const app = express();

app.post("/sms", async (req, res) => {
  await client.messages.create({ to: req.body.phone, body: "Hi" }); // effect: call twilio, send
  await client.verify.v2.services("VA").verifications.create({ to: req.body.phone, channel: "sms" }); // effect: call twilio verification, send
  await client.verify.v2.services("VA").verificationChecks.create({ to: req.body.phone, code: req.body.code }); // effect: call twilio verify, read
  res.json(await client.messages("SM").fetch()); // effect: read twilio, read
});

app.post("/twilio", twilio.webhook(), async (req, res) => { // guard: signature twilio.webhook()
  await client.calls.create({ to: req.body.From, from: "1", url: "" }); // effect: call twilio, send
  res.end();
});
