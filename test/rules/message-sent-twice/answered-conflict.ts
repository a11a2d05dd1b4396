import express from "express";
import nodemailer from "nodemailer";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});

async function take(day: string, email: string) {
  return prisma.$transaction(async (tx) => {
    const taken = await tx.slot.findFirst({ where: { day } });
    if (taken) return { conflict: taken };
    return tx.slot.create({ data: { day, email } });
  });
}

async function note(day: string, email: string) {
  const known = await prisma.wish.findFirst({ where: { day } });
  if (known?.withdrawn) return { hint: known };
  return prisma.wish.create({ data: { day, email } }); // expect: unguarded-create
}

app.post("/slots", requireUser, async (req, res) => { // silent: a slot that is taken stops the path
  const made = await take(req.body.day, req.body.email);
  if ("conflict" in made) return res.status(409).json(made);
  await mailer.sendMail({ to: req.body.email, subject: "Your slot" });
  res.json(made);
});

app.post("/wishes", requireUser, async (req, res) => {
  const made = await note(req.body.day, req.body.email);
  if ("hint" in made) return res.status(409).json(made);
  await mailer.sendMail({ to: req.body.email, subject: "Your wish" }); // expect: message-sent-twice
  res.json(made);
});

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (!req.session?.user) return res.sendStatus(401);
  next();
}
