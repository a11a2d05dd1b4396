// That an address is free stops a repeat only where the address is taken afterwards.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";
import nodemailer from "nodemailer";

const prisma = new PrismaClient();
const mailer = nodemailer.createTransport(process.env.SMTP);
const app = express();

app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
});

app.post("/me/wish", async (req, res) => {
  const taken = await prisma.member.findFirst({ where: { email: req.body.email } });
  if (taken) return res.sendStatus(409);
  const wish = { wishedEmail: req.body.email };
  await prisma.member.update({ where: { id: req.user.id }, data: { ...wish, changed: true } });
  await mailer.sendMail({ to: req.user.email, text: "You want another address" }); // expect: message-sent-twice
  res.sendStatus(202);
});

app.post("/me/address", async (req, res) => {
  const taken = await prisma.member.findFirst({ where: { email: req.body.email } });
  if (taken) return res.sendStatus(409);
  await prisma.member.update({ where: { id: req.user.id }, data: { email: req.body.email } });
  await mailer.sendMail({ to: req.user.email, text: "You have another address" }); // silent: it is taken by now
  res.sendStatus(204);
});

app.post("/members/:id/team", async (req, res) => {
  const there = await prisma.member.findFirst({ where: { id: req.params.id, teamId: req.body.team } });
  if (there) return res.sendStatus(409);
  await prisma.member.update({ where: { id: req.params.id }, data: { team: { connect: { id: req.body.team } } } });
  await mailer.sendMail({ to: req.user.email, text: "In your team" }); // silent: the member is in the team by now
  res.sendStatus(204);
});

app.post("/members/:id/answer", async (req, res) => {
  const answered = await prisma.member.findFirst({ where: { id: req.params.id, answer: { not: null } } });
  if (answered) return res.sendStatus(409);
  await prisma.member.update({ where: { id: req.params.id }, data: { answer: req.body.answer, answeredAt: new Date() } });
  await mailer.sendMail({ to: req.user.email, text: "Thank you" }); // silent: there is an answer by now
  res.sendStatus(204);
});
