// Messages are for those who talk to each other, as the schema says of the conversation.

// file: prisma/schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
  bought   Chat[] @relation("bought")
  sold     Chat[] @relation("sold")
  made     Chatbot[] @relation("made")
  kept     Chatbot[] @relation("kept")
}
model Chat {
  id       String    @id
  buyer    User      @relation("bought", fields: [buyerId], references: [id])
  buyerId  String
  seller   User      @relation("sold", fields: [sellerId], references: [id])
  sellerId String
  messages Message[]
}
model Message {
  id      String @id
  chat    Chat   @relation(fields: [chatId], references: [id])
  chatId  String
  content String
}
model Chatbot {
  id          String   @id
  createdBy   User     @relation("made", fields: [createdById], references: [id])
  createdById String
  updatedBy   User     @relation("kept", fields: [updatedById], references: [id])
  updatedById String
  intents     Intent[]
}
model Intent {
  id        String  @id
  chatbot   Chatbot @relation(fields: [chatbotId], references: [id])
  chatbotId String
}
model Forum {
  id    String @id
  title String
  posts Post[]
}
model Post {
  id      String @id
  forum   Forum  @relation(fields: [forumId], references: [id])
  forumId String
  text    String
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.get("/messages/:chatId", async (req, res) => {
  res.json(await prisma.message.findMany({ where: { chatId: req.params.chatId } })); // expect: unowned-object
});
app.get("/posts/:forumId", async (req, res) => { // silent: everybody reads what is written there
  res.json(await prisma.post.findMany({ where: { forumId: req.params.forumId } }));
});
app.get("/intents/:chatbotId", async (req, res) => { // silent: nobody talks in there
  res.json(await prisma.intent.findMany({ where: { chatbotId: req.params.chatbotId } }));
});
