import tracer from "dd-trace";
import express from "express";
import { StatsD } from "hot-shots";

const statsd = new StatsD();
const app = express();

app.post("/orders", (req, res) => {
  statsd.increment("orders"); // effect: call datadog orders, call
  tracer.dogstatsd.increment("orders"); // effect: call datadog orders, call
  res.end();
});
