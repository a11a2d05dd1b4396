// https://docs.anthropic.com/en/api/messages
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Anthropic",
  category: "llm",
  packages: ["@anthropic-ai/sdk", "@anthropic-ai/bedrock-sdk", "@anthropic-ai/vertex-sdk"],
  clients: ["new default()", "new Anthropic()", "new AnthropicBedrock()", "new AnthropicVertex()"],
  calls: {
    "**.messages|completions.create|stream|parse|countTokens|toolRunner": {
      access: "call",
      target: "$0.model",
      data: "$0",
    },
    "**.batches.create": { access: "write", operation: "insert", data: "$0" },
    "**.files.upload": { access: "write", operation: "insert", data: "$0" },
    "**.delete|cancel": { access: "write", operation: "delete", where: "$0" },
    "**.retrieve|list|results|download": { access: "read" },
  },
});
