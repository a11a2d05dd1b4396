import { GoogleGenAI } from "@google/genai";
import { GoogleGenerativeAI } from "@google/generative-ai";
import express from "express";

const ai = new GoogleGenAI({});
const model = new GoogleGenerativeAI(process.env.GEMINI_KEY!).getGenerativeModel({ model: "gemini" });
const app = express();

app.post("/ask", async (req, res) => {
  await ai.models.generateContent({ model: "gemini", contents: req.body.text }); // effect: call google-genai gemini, call
  res.json(await model.generateContent(req.body.text)); // effect: call google-genai, call
});
