// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/eventbridge/ · /client/scheduler/
import { EventBridge } from "@aws-sdk/client-eventbridge";
import { CreateScheduleCommand, DeleteScheduleCommand, SchedulerClient } from "@aws-sdk/client-scheduler";
import express from "express";

const bus = new EventBridge({});
const scheduler = new SchedulerClient({});
const app = express();

app.post("/orders/:id", async (req, res) => {
  await bus.putEvents({ Entries: [{ DetailType: "order.paid", Source: "shop", Detail: "{}" }] }); // effect: publish eventbridge order.paid
  await scheduler.send(new CreateScheduleCommand({ Name: "nightly", ScheduleExpression: "rate(1 day)" })); // effect: publish eventbridge nightly, upsert
  await scheduler.send(new DeleteScheduleCommand({ Name: "nightly" })); // effect: write eventbridge, delete
  res.end();
});
