import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import express from "express";

const events = new EventBridgeClient({});
const app = express();

app.post("/orders/:id", async (req, res) => {
  await events.send(new PutEventsCommand({ Entries: [{ DetailType: "order.paid", Detail: "{}", Source: "shop" }] })); // effect: publish eventbridge order.paid, publish
  res.end();
});
