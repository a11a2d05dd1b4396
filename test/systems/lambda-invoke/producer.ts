import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import express from "express";

const lambda = new LambdaClient({});
const app = express();

app.post("/orders/:id", async (req, res) => {
  await lambda.send(new InvokeCommand({ FunctionName: "ship", InvocationType: "Event" })); // effect: publish lambda-invoke ship, publish
  await lambda.send(new InvokeCommand({ FunctionName: "price" })); // effect: call lambda-invoke price, call
  res.end();
});
