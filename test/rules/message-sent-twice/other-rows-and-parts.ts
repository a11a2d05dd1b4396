// The caller's own row, or what lies in the row, is asked for: neither is left by what is written, and the letter goes out again.
import { PrismaClient } from "@prisma/client";
import express from "express";
import nodemailer from "nodemailer";

const prisma = new PrismaClient();
const transport = nodemailer.createTransport({});
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/members/:id/role", async (req, res) => {
  const own = await prisma.member.findFirst({ where: { userId: req.user.id, role: "OWNER" } });
  if (!own) return res.sendStatus(403);
  const member = await prisma.member.update({ where: { id: req.params.id }, data: { role: req.body.role } });
  await transport.sendMail({ to: member.email, text: "your role has changed" }); // expect: message-sent-twice
  res.sendStatus(204);
});

app.post("/providers/:id/approve", async (req, res) => {
  const provider = await prisma.provider.findUnique({ where: { id: req.params.id }, include: { papers: true } });
  if (provider.papers.filter((paper) => paper.expiresAt < new Date()).length > 0) throw new Error("papers are late");
  await prisma.provider.update({ where: { id: req.params.id }, data: { state: "APPROVED" } });
  await transport.sendMail({ to: provider.email, text: "you are approved" }); // expect: message-sent-twice
  res.sendStatus(204);
});

app.post("/providers/:id/approve-once", async (req, res) => {
  const provider = await prisma.provider.findUnique({ where: { id: req.params.id } });
  if (provider.state === "APPROVED") throw new Error("it is approved");
  await prisma.provider.update({ where: { id: req.params.id }, data: { state: "APPROVED" } });
  await transport.sendMail({ to: provider.email, text: "you are approved" }); // silent: once
  res.sendStatus(204);
});

app.post("/members/leave", async (req, res) => {
  const own = await prisma.member.findFirst({ where: { userId: req.user.id, role: "GUEST" } });
  if (!own) return res.sendStatus(404);
  await prisma.member.update({ where: { id: own.id }, data: { role: "NONE" } });
  await transport.sendMail({ to: own.email, text: "good bye" }); // silent: whoever has left is not found again
  res.sendStatus(204);
});
app.listen(3000);
