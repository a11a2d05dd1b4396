// https://ai.google.dev/gemini-api/docs/libraries
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Google Gen AI",
  category: "llm",
  packages: ["@google/genai", "@google/generative-ai", "@google-cloud/vertexai"],
  clients: ["new GoogleGenAI()", "new GoogleGenerativeAI()", "new VertexAI()"],
  calls: {
    "models.generateContent|generateContentStream|embedContent|generateImages|generateVideos|countTokens": {
      access: "call",
      target: "$0.model",
      data: "$0",
    },
    "**.generateContent|generateContentStream|sendMessage|sendMessageStream|embedContent|countTokens": {
      access: "call",
      data: "$0",
    },
    "files|caches.upload|create": { access: "write", operation: "insert" },
  },
});
