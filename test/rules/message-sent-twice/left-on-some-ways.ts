// A letter goes out where a state changes, and the row has it by then: at least on some of the ways.
// file: package.json
{ "dependencies": { "express": "4", "@prisma/client": "5", "nodemailer": "6" } }
// file: src/index.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import nodemailer from "nodemailer";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});
app.use(express.json());

app.post("/plans/:id/sync", requireUser, async (req, res) => {
  const plan = await prisma.plan.findUnique({ where: { id: req.params.id } });
  const { status, endsNow, trialEnd } = req.body;
  await prisma.plan.update({
    where: { id: req.params.id },
    data: { status: endsNow ? "over" : status, trialEnd: trialEnd ? new Date(trialEnd) : null },
  });
  if (plan.status !== status) {
    await mailer.sendMail({ to: req.user.email, subject: "Another status" }); // silent: it may be the same by now
  }
  if (plan.trialEnd && plan.trialEnd > new Date()) {
    await mailer.sendMail({ to: req.user.email, subject: "The trial is over" }); // silent: it may be gone by now
  }
  if (plan.kind !== status) {
    await mailer.sendMail({ to: req.user.email, subject: "Another kind" }); // expect: message-sent-twice
  }
  res.sendStatus(204);
});

app.post("/plans/:id/look", requireUser, async (req, res) => {
  const plan = await prisma.plan.findUnique({ where: { id: req.params.id } });
  const { status, isNew } = req.body;
  await prisma.plan.update({ where: { id: req.params.id }, data: { status: isNew ? "new" : "known" } });
  if (plan.status !== status) {
    await mailer.sendMail({ to: req.user.email, subject: "Another status" }); // expect: message-sent-twice
  }
  res.sendStatus(204);
});
