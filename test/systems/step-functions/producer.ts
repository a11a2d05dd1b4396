import { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import express from "express";

const client = new SFNClient({});
const app = express();

app.post("/orders/:id", async (req, res) => {
  await client.send(new StartExecutionCommand({ stateMachineArn: "arn:aws:states:eu-west-1:1:stateMachine:ship", name: req.params.id })); // effect: publish step-functions ship, publish
  res.end();
});
