import { randomInt } from "node:crypto";
import express from "express";
import rateLimit from "express-rate-limit";
import nodemailer from "nodemailer";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});

app.post("/password/forgotten", async (req, res) => {
  const code = randomInt(100000, 999999).toString();
  await prisma.user.update({ where: { email: req.body.email }, data: { resetCode: code } });
  await mailer.sendMail({ to: req.body.email, text: `Your code: ${code}` }); // expect: message-sent-twice
  res.sendStatus(204);
});

app.post("/limited/forgot-password", rateLimit({ max: 3 }), async (req, res) => { // silent: calls are counted
  const code = randomInt(100000, 999999).toString();
  await prisma.user.update({ where: { email: req.body.email }, data: { resetCode: code } });
  await mailer.sendMail({ to: req.body.email, text: `Your code: ${code}` });
  res.sendStatus(204);
});

app.post("/later/forgot-password", async (req, res) => { // silent: not so soon again
  const user = await prisma.user.findUniqueOrThrow({ where: { email: req.body.email } });
  if (user.codeSentAt && Date.now() - user.codeSentAt.getTime() < 60_000) return res.sendStatus(429);
  const code = randomInt(100000, 999999).toString();
  await prisma.user.update({ where: { id: user.id }, data: { resetCode: code, codeSentAt: new Date() } });
  await mailer.sendMail({ to: user.email, text: `Your code: ${code}` });
  res.sendStatus(204);
});

// Whoever knows an address fills its inbox.
app.post("/login", async (req, res) => {
  const code = randomInt(100000, 999999).toString();
  await prisma.user.update({ where: { email: req.body.email }, data: { loginCode: code } });
  await mailer.sendMail({ to: req.body.email, text: `Your code: ${code}` }); // expect: message-sent-twice
  res.sendStatus(204);
});

app.post("/window/forgot-password", async (req, res) => { // silent: only so many in an hour
  const since = new Date(Date.now() - 3_600_000);
  const sent = await prisma.code.count({ where: { email: req.body.email, createdAt: { gte: since } } });
  if (sent >= 3) throw new Error("later");
  const code = randomInt(100000, 999999).toString();
  await prisma.code.create({ data: { email: req.body.email, code } });
  await mailer.sendMail({ to: req.body.email, text: `Your code: ${code}` });
  res.sendStatus(204);
});

// Until somebody confirms, the second call finds the address as the first one left it.
app.post("/news/subscribe", async (req, res) => {
  const known = await prisma.reader.findUnique({ where: { email: req.body.email } });
  if (known && known.isConfirmed) return res.sendStatus(204);
  const token = randomInt(100000, 999999).toString();
  await prisma.reader.upsert({
    where: { email: req.body.email },
    update: { token, isConfirmed: false },
    create: { email: req.body.email, token, isConfirmed: false },
  });
  await mailer.sendMail({ to: req.body.email, text: `Confirm: ${token}` }); // expect: message-sent-twice
  res.sendStatus(204);
});

app.post("/hour/forgot-password", async (req, res) => { // silent: three in an hour
  const since = new Date();
  since.setHours(since.getHours() - 1);
  const sent = await prisma.code.count({ where: { email: req.body.email, createdAt: { gte: since } } });
  if (sent >= 3) return res.sendStatus(400);
  const code = randomInt(100000, 999999).toString();
  await prisma.code.create({ data: { email: req.body.email, code } });
  await mailer.sendMail({ to: req.body.email, text: `Your code: ${code}` });
  res.sendStatus(204);
});

app.post("/branch/forgot-password", async (req, res) => { // silent: not so soon again
  const user = await prisma.user.findUniqueOrThrow({ where: { email: req.body.email } });
  if (!user.codeSentAt || Date.now() - user.codeSentAt.getTime() > 60_000) {
    const code = randomInt(100000, 999999).toString();
    await prisma.user.update({ where: { id: user.id }, data: { resetCode: code, codeSentAt: new Date() } });
    await mailer.sendMail({ to: user.email, text: `Your code: ${code}` });
  }
  res.sendStatus(204);
});
