import { PrismaClient } from "@prisma/client";
import express from "express";
import nodemailer from "nodemailer";
import { requireUser } from "./auth";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});

app.post("/events/:id/seats", requireUser, async (req, res) => {
  const seat = await prisma.seat.findFirst({ where: { eventId: req.params.id, userId: req.user.id } });
  if (seat) {
    if (seat.state === "taken") return res.status(409).end();
    await prisma.seat.update({ where: { id: seat.id }, data: { state: "taken" } });
  } else {
    await prisma.seat.create({ data: { eventId: req.params.id, userId: req.user.id, state: "taken" } });
  }
  await mailer.sendMail({ to: req.user.email, text: "See you there" }); // silent: whoever has a seat does not get here
  res.end();
});
app.post("/events/:id/waiting", requireUser, async (req, res) => {
  const seat = await prisma.seat.findFirst({ where: { eventId: req.params.id, userId: req.user.id } });
  if (seat) {
    await prisma.seat.update({ where: { id: seat.id }, data: { state: "waiting" } });
  } else {
    await prisma.seat.create({ data: { eventId: req.params.id, userId: req.user.id, state: "waiting" } });
  }
  await mailer.sendMail({ to: req.user.email, text: "We call you" }); // expect: message-sent-twice
  res.end();
});
app.post("/members/:id/role", requireUser, async (req, res) => {
  const member = await prisma.member.findUnique({ where: { id: req.params.id }, include: { role: true } });
  if (member.role.name === req.body.role) return res.json(member);
  await prisma.member.update({ where: { id: req.params.id }, data: { role: { connect: { name: req.body.role } } } });
  await mailer.sendMail({ to: member.email, text: "You have another role" }); // silent: the role is asked for and then set
  res.end();
});
// file: auth.ts
import jwt from "jsonwebtoken";
export function requireUser(req, res, next) {
  req.user = jwt.verify(req.headers.authorization ?? "", process.env.KEY!);
  next();
}
