import { openai } from "@ai-sdk/openai";
import { generateText, streamText } from "ai";
import express from "express";

const app = express();

app.post("/ask", async (req, res) => {
  const { text } = await generateText({ model: openai("gpt-5"), prompt: req.body.text }); // effect: call ai-sdk, call
  streamText({ model: openai("gpt-5"), prompt: text }).pipeTextStreamToResponse(res); // effect: call ai-sdk, call
});
