import express from "express";
import { createLogger } from "winston";

const logger = createLogger();
const app = express();

app.post("/orders", (req, res) => {
  logger.warn("order"); // effect: call winston, call
  res.end();
});
