// Whoever asks a model at the service's expense is named for what they do: nothing is changed.
// file: package.json
{ "dependencies": { "express": "4", "ai": "5", "@ai-sdk/openai": "2", "express-jwt": "8", "@prisma/client": "6" } }
// file: schema.prisma
model Story {
  id      String @id
  ownerId String
  text    String
}
// file: src/server.ts
import { openai } from "@ai-sdk/openai";
import { PrismaClient } from "@prisma/client";
import { generateText } from "ai";
import express from "express";
import { expressjwt } from "express-jwt";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
const signedIn = expressjwt({ secret: process.env.JWT_SECRET, algorithms: ["HS256"] });

app.post("/stories/draft", async (req, res) => { // expect: missing-authentication
  // ~ before calling ai-sdk
  const { text } = await generateText({ model: openai("gpt-5-mini"), prompt: req.body.prompt });
  res.json({ text });
});

app.post("/stories", signedIn, async (req, res) => {
  const story = await prisma.story.create({ data: { ownerId: req.auth.sub, text: req.body.text } }); // silent
  res.json(story);
});

app.put("/stories/:id", signedIn, async (req, res) => {
  await prisma.story.updateMany({ where: { id: req.params.id, ownerId: req.auth.sub }, data: { text: req.body.text } }); // silent
  res.sendStatus(204);
});
