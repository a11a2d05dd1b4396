// The unique key would stop the second token, were the first one not deleted.

// file: prisma/schema.prisma
model User {
  id    String @id
  email String @unique
  token Token?
}
model Token {
  id     String @id @default(cuid())
  userId String @unique
  user   User   @relation(fields: [userId], references: [id])
  code   String
}
// file: src/app.ts
import { randomInt } from "node:crypto";
import { PrismaClient } from "@prisma/client";
import express from "express";
import nodemailer from "nodemailer";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});

app.post("/token/forgot-password", async (req, res) => {
  const user = await prisma.user.findUniqueOrThrow({ where: { email: req.body.email } });
  const before = await prisma.token.findUnique({ where: { userId: user.id } });
  if (before) await prisma.token.delete({ where: { userId: user.id } });
  const code = randomInt(100000, 999999).toString();
  await prisma.token.create({ data: { userId: user.id, code } });
  await mailer.sendMail({ to: user.email, text: `Your code: ${code}` }); // expect: message-sent-twice
  res.sendStatus(204);
});

app.post("/once/forgot-password", async (req, res) => { // silent: the second one fails on the unique key
  const user = await prisma.user.findUniqueOrThrow({ where: { email: req.body.email } });
  const code = randomInt(100000, 999999).toString();
  await prisma.token.create({ data: { userId: user.id, code } });
  await mailer.sendMail({ to: user.email, text: `Your code: ${code}` });
  res.sendStatus(204);
});

app.post("/withdrawn/forgot-password", async (req, res) => { // silent: what is withdrawn is deleted, and that is all
  const user = await prisma.user.findUniqueOrThrow({ where: { email: req.body.email } });
  if (req.body.withdraw) {
    await prisma.token.delete({ where: { userId: user.id } });
    return res.sendStatus(204);
  }
  const code = randomInt(100000, 999999).toString();
  await prisma.token.create({ data: { userId: user.id, code } });
  await mailer.sendMail({ to: user.email, text: `Your code: ${code}` });
  res.sendStatus(204);
});
