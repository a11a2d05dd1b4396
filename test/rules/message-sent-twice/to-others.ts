import crypto from "node:crypto";
import express from "express";
import nodemailer from "nodemailer";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});

// A path that is public in most services; the letters go to those who look after it.
app.post("/register/:permit/doubts", async (req, res) => {
  const clerks = await prisma.clerk.findMany({ where: { permit: req.params.permit } });
  for (const clerk of clerks) await mailer.sendMail({ to: clerk.email, text: req.body.text }); // expect: message-sent-twice
  res.end();
});
app.post("/register", async (req, res) => {
  await mailer.sendMail({ to: req.body.email, text: "Welcome" }); // expect: message-sent-twice
  res.end();
});
// The move is made once: whoever changed the row sends the letter.
app.post("/moves/:id", async (req, res) => {
  const { count } = await prisma.move.updateMany({ where: { id: req.params.id, stage: { not: req.body.stage } }, data: { stage: req.body.stage } });
  if (count) await mailer.sendMail({ to: "team@example.com", text: "Moved" }); // silent: only where the stage was another one
  res.end();
});
