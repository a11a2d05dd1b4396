// A check stops a repeat only where the request makes what the check asks for.
import { PrismaClient } from "@prisma/client";
import express from "express";
import nodemailer from "nodemailer";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});

app.post("/clubs/:id/guests", async (req, res) => {
  const known = await prisma.guest.findFirst({ where: { clubId: req.params.id, mail: req.body.mail } });
  if (known) return res.status(409).end();
  const person = await prisma.person.findUnique({ where: { mail: req.body.mail } });
  if (person) {
    await prisma.guest.create({ data: { clubId: req.params.id, mail: req.body.mail } }); // silent: it is the row that is asked for
    return res.end();
  }
  // Whoever is unknown is no guest after it either.
  await mailer.sendMail({ to: req.body.mail, text: "Be our guest" }); // expect: message-sent-twice
  res.end();
});

app.post("/clubs/:id/members", async (req, res) => {
  const known = await prisma.guest.findFirst({ where: { clubId: req.params.id, mail: req.body.mail } });
  if (known) return res.status(409).end();
  const person = await prisma.person.findUnique({ where: { mail: req.body.mail } });
  if (person) await prisma.guest.create({ data: { clubId: req.params.id, mail: req.body.mail, personId: person.id } });
  else await prisma.guest.create({ data: { clubId: req.params.id, mail: req.body.mail } });
  await mailer.sendMail({ to: req.body.mail, text: "Be our guest" }); // silent: a guest is added on either way
  res.end();
});

app.post("/clubs/:id/helpers", async (req, res) => {
  const known = await prisma.guest.findFirst({ where: { clubId: req.params.id, mail: req.body.mail } });
  if (known) return res.status(409).end();
  if (req.body.isGuest) await prisma.guest.create({ data: { clubId: req.params.id, mail: req.body.mail } });
  else {
    await prisma.helper.create({ data: { clubId: req.params.id, mail: req.body.mail } });
    await mailer.sendMail({ to: req.body.mail, text: "Help us" }); // expect: message-sent-twice
  }
  res.end();
});
