import { PrismaClient } from "@prisma/client";
import express from "express";
import nodemailer from "nodemailer";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});

app.post("/offers", async (req, res) => {
  const offers = await prisma.offer.findMany({ where: { projectId: req.body.project } });
  if (offers.find((one) => one.by === req.body.by)) return res.sendStatus(409);
  await prisma.offer.create({ data: { projectId: req.body.project, by: req.body.by } });
  await mailer.sendMail({ to: req.body.mail, text: "Your offer" }); // silent: looked up in the list
  res.end();
});
app.post("/offers/other", async (req, res) => {
  const offers = await prisma.offer.findMany({ where: { projectId: req.body.project } });
  await prisma.offer.create({ data: { projectId: req.body.project, by: req.body.by } });
  await mailer.sendMail({ to: req.body.mail, text: `One of ${offers.length}` }); // expect: message-sent-twice
  res.end();
});
