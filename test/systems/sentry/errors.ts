import * as Sentry from "@sentry/node";
import express from "express";

const app = express();

app.post("/orders", async (req, res) => {
  try {
    JSON.parse(req.body);
  } catch (error) {
    Sentry.captureException(error); // effect: call sentry, call
  }
  res.end();
});
