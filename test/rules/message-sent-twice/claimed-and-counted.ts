// The state is left once, and something is counted by the same update.
import express from "express";
import nodemailer from "nodemailer";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const mail = nodemailer.createTransport({});

app.use((req: any, res, next) => (req.user ? next() : res.sendStatus(401)));
app.post("/regattas/:id/cancel", async (req: any, res) => { // silent: who comes second changes nothing
  const { count } = await prisma.regatta.updateMany({
    where: { id: req.params.id, userId: req.user.id, status: { not: "canceled" } },
    data: { status: "canceled", sequence: { increment: 1 } },
  });
  if (count === 0) return;
  await mail.sendMail({ to: req.body.email, text: "Canceled" });
  res.sendStatus(204);
});
app.post("/regattas/:id/remind", async (req: any, res) => {
  const { count } = await prisma.regatta.updateMany({ // expect: unguarded-increment
    where: { id: req.params.id, userId: req.user.id, open: true },
    data: { reminders: { increment: 1 } },
  });
  if (count === 0) return;
  await mail.sendMail({ to: req.body.email, text: "Soon" }); // expect: message-sent-twice
  res.sendStatus(204);
});
