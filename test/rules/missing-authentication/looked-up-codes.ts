import express from "express";
import { PrismaClient } from "@prisma/client";
import nodemailer from "nodemailer";

const prisma = new PrismaClient();
const mail = nodemailer.createTransport({});
const app = express();

app.get("/me", (req, res) => (req.user ? res.json(req.user) : res.sendStatus(401)));

// The code is looked up to see whether it is still free: nobody shows one.
// expect: missing-authentication
app.post("/events/:id/vouchers", async (req, res) => {
  const taken = await prisma.voucher.findFirst({ where: { code: req.body.code } });
  if (taken) return res.sendStatus(409);
  res.json(await prisma.voucher.create({ data: { code: req.body.code, percent: req.body.percent } }));
});

// Whatever is found, it goes on.
// expect: missing-authentication
app.post("/invitations/:id/resend", async (req, res) => {
  const invitation = await prisma.invitation.findUnique({ where: { id: req.params.id } });
  console.log(invitation);
  await prisma.invitation.deleteMany({ where: { team: req.body.team } });
  res.sendStatus(204);
});

app.post("/vouchers/:code/redeem", async (req, res) => {
  const voucher = await prisma.voucher.findFirst({ where: { code: req.params.code } });
  if (!voucher) return res.sendStatus(404);
  res.json(await prisma.voucher.update({ where: { id: voucher.id }, data: { usedAt: new Date() } })); // silent: without the code nothing happens
});

app.post("/newsletter-tokens/:token/leave", async (req, res) => {
  const reader = await prisma.reader.findFirstOrThrow({ where: { mailToken: req.params.token } });
  res.json(await prisma.reader.update({ where: { id: reader.id }, data: { leftAt: new Date() } })); // silent: the same
});
