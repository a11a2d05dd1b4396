import { ChatOpenAI } from "@langchain/openai";
import express from "express";

const model = new ChatOpenAI({ model: "gpt-5" });
const app = express();

app.post("/ask", async (req, res) => {
  await model.invoke(req.body.text); // effect: call langchain, call
  res.json(await model.withStructuredOutput({}).invoke(req.body.text)); // effect: call langchain, call
});
