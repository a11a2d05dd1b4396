// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/lambda/
import { Lambda } from "@aws-sdk/client-lambda";
import AWS from "aws-sdk";
import express from "express";

const lambda = new Lambda({});
const old = new AWS.Lambda();
const app = express();

app.post("/orders/:id", async (req, res) => {
  await lambda.invoke({ FunctionName: "ship", InvocationType: "RequestResponse" }); // effect: call lambda-invoke ship
  await old.invoke({ FunctionName: "price", InvocationType: "Event" }).promise(); // effect: publish lambda-invoke price
  res.end();
});
