import Anthropic from "@anthropic-ai/sdk";
import express from "express";

const anthropic = new Anthropic();
const app = express();

app.post("/ask", async (req, res) => {
  const stream = anthropic.messages.stream({ model: "claude", max_tokens: 5, messages: req.body.messages }); // effect: call anthropic claude, call
  await anthropic.messages.batches.create({ requests: [] }); // effect: write anthropic, insert
  res.json(await anthropic.messages.create({ model: "claude", max_tokens: 5, messages: req.body.messages })); // effect: call anthropic claude, call
});
