// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/sfn/
import { SFN } from "@aws-sdk/client-sfn";
import express from "express";

const sfn = new SFN({});
const app = express();

app.post("/orders/:id", async (req, res) => {
  await sfn.startExecution({ stateMachineArn: "arn:aws:states:eu-west-1:1:stateMachine:ship", input: "{}" }); // effect: publish step-functions ship, publish, unsafe
  await sfn.describeExecution({ executionArn: req.params.id }); // effect: read step-functions
  await sfn.stopExecution({ executionArn: req.params.id }); // effect: call step-functions
  res.end();
});
