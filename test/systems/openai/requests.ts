import express from "express";
import OpenAI from "openai";

const openai = new OpenAI();
const app = express();

app.post("/ask", async (req, res) => {
  await openai.chat.completions.create({ model: "gpt-5", messages: req.body.messages }); // effect: call openai gpt-5, call
  await openai.responses.create({ model: "gpt-5", input: req.body.text }); // effect: call openai gpt-5, call
  await openai.embeddings.create({ model: "text-embedding-3-small", input: req.body.text }); // effect: call openai text-embedding-3-small, call
  await openai.files.create({ file: req.body.file, purpose: "assistants" }); // effect: write openai, insert
  res.json(await openai.models.list()); // effect: read openai, read
});
