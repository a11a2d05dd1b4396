import express from "express";
import pino from "pino";

const logger = pino();
const app = express();

app.post("/orders", (req, res) => {
  logger.child({ id: 1 }).info("order"); // effect: call pino, call
  res.end();
});
