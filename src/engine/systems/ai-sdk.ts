// https://ai-sdk.dev/docs/reference/ai-sdk-core
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "AI SDK",
  category: "llm",
  packages: ["ai"],
  clients: [""],
  calls: {
    "generateText|streamText|generateObject|streamObject|embed|embedMany|generateImage|experimental_generateImage|experimental_generateSpeech|experimental_transcribe|generateSpeech|transcribe|rerank|streamUI":
      { access: "call", data: "$0" },
    "new Agent()|new ToolLoopAgent()|new Experimental_Agent().generate|stream": { access: "call" },
  },
});
