// https://docs.langchain.com/oss/javascript/langchain/models
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "LangChain",
  category: "llm",
  packages: [
    "@langchain/openai",
    "@langchain/anthropic",
    "@langchain/google-genai",
    "@langchain/mistralai",
    "@langchain/groq",
    "@langchain/aws",
    "@langchain/ollama",
  ],
  clients: [
    "new ChatOpenAI()",
    "new OpenAI()",
    "new AzureChatOpenAI()",
    "new ChatAnthropic()",
    "new ChatGoogleGenerativeAI()",
    "new ChatMistralAI()",
    "new ChatGroq()",
    "new ChatBedrockConverse()",
    "new ChatOllama()",
    "new OpenAIEmbeddings()",
  ],
  same: ["withStructuredOutput", "bindTools", "bind", "withConfig", "withRetry"],
  calls: { "**.invoke|stream|batch|call|predict|embedQuery|embedDocuments|generate": { access: "call", data: "$0" } },
});
