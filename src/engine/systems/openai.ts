// https://platform.openai.com/docs/api-reference
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "OpenAI",
  category: "llm",
  packages: ["openai", "@azure/openai"],
  clients: ["new default()", "new OpenAI()", "new AzureOpenAI()", "new OpenAIApi()"],
  calls: {
    "**.completions|responses|embeddings|moderations|images|speech|transcriptions|translations|runs|messages|threads.create|stream|parse|generate|edit|createVariation|createAndPoll|runTools|createAndRun|createAndRunPoll":
      { access: "call", target: "$0.model", data: "$0" },
    "createChatCompletion|createCompletion|createEmbedding|createImage|createModeration|createTranscription": {
      access: "call",
      target: "$0.model",
      data: "$0",
    },
    "**.files|vectorStores|assistants|fineTuning|batches|jobs|conversations.create|upload|uploadAndPoll": {
      access: "write",
      operation: "insert",
      data: "$0",
    },
    "**.del|delete|cancel": { access: "write", operation: "delete", where: "$0" },
    "**.retrieve|list|content|retrieveContent": { access: "read" },
    "**.update": { access: "write", operation: "set", where: "$0" },
  },
  guards: { "**.webhooks.unwrap()|verifySignature()": { kind: "signature", how: "throws" } },
});
