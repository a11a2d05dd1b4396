// Operators hear of what went wrong, whoever asked for it.
import { PrismaClient } from "@prisma/client";
import express from "express";
import nodemailer from "nodemailer";

const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});
const app = express();

const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.get("/cars", async (_req, res) => { // silent: a catalogue
  try {
    res.json(await prisma.car.findMany({ where: { state: "free" } }));
  } catch (error) {
    await mailer.sendMail({ to: "team@example.com", text: String(error) });
    res.sendStatus(500);
  }
});
app.post("/cars", signedIn, async (req, res) => {
  res.json(await prisma.car.create({ data: { name: String(req.body.name), ownerId: req.user.id } }));
});
app.post("/cars/:id/letters", async (req, res) => { // expect: missing-authentication
  await mailer.sendMail({ to: String(req.body.email), text: "A letter" });
  res.sendStatus(204);
});
app.post("/letters", async (req, res) => { // expect: missing-authentication
  try {
    await fetch("https://letters.example.com");
  } catch {
    await mailer.sendMail({ to: req.body.email, text: req.body.text });
  }
  res.sendStatus(204);
});
