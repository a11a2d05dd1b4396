// Visitors may leave something; to look through what they left, or to write to everybody, is for the team.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";
import { Resend } from "resend";

const prisma = new PrismaClient();
const resend = new Resend(process.env.RESEND_KEY);
const app = express();

app.post("/leads", async (req, res) => {
  await prisma.lead.create({ data: { email: req.body.email, phone: req.body.phone, text: req.body.text } }); // silent
  res.sendStatus(204);
});
app.post("/newsletter", async (req, res) => {
  await prisma.subscriber.create({ data: { email: req.body.email } }); // silent
  await resend.emails.send({ to: req.body.email, subject: "Welcome" });
  res.sendStatus(204);
});

app.get("/mails/feedback", async (_req, res) => { // expect: missing-authentication
  for (const user of await prisma.user.findMany({ select: { email: true } }))
    await resend.emails.send({ to: user.email, subject: "How do you like it?" });
  res.sendStatus(204);
});
app.post("/admin/newsletter", async (req, res) => { // expect: missing-authentication
  for (const one of await prisma.subscriber.findMany()) await resend.emails.send({ to: one.email, subject: req.body.subject });
  res.sendStatus(204);
});

const forStaff = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  if (req.user.role !== "admin") return res.sendStatus(403);
  next();
};
app.get("/orders", forStaff, async (_req, res) => res.json(await prisma.order.findMany()));
app.listen(3000);
