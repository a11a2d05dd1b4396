// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/sns/
import { PublishBatchCommand, SNS } from "@aws-sdk/client-sns";
import express from "express";

const sns = new SNS({});
const app = express();

app.post("/orders/:id", async (req, res) => {
  await sns.publish({ TopicArn: "arn:aws:sns:eu-west-1:1:orders", Message: req.params.id }); // effect: publish sns orders
  await sns.send(new PublishBatchCommand({ TopicArn: "arn:aws:sns:eu-west-1:1:orders", PublishBatchRequestEntries: [] })); // effect: publish sns orders
  await sns.subscribe({ TopicArn: "arn:aws:sns:eu-west-1:1:orders", Protocol: "sms" }); // effect: write sns, set
  res.end();
});
