import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import express from "express";

const sns = new SNSClient({});
const app = express();

app.post("/orders/:id", async (req, res) => {
  await sns.send(new PublishCommand({ TopicArn: "arn:aws:sns:eu-west-1:1:orders", Message: "x" })); // effect: publish sns orders, publish
  await sns.send(new PublishCommand({ PhoneNumber: req.body.phone, Message: "Hi" })); // effect: call sns, send
  res.end();
});
