import crypto from "node:crypto";
import express from "express";
import nodemailer from "nodemailer";
import twilio from "twilio";

const app = express();
const mailer = nodemailer.createTransport({});
const phone = twilio(process.env.SID, process.env.TOKEN);

app.post("/phones", async (req, res) => {
  await phone.verify.v2.services("VA1").verifications.create({ to: req.body.phone, channel: "sms" }); // expect: message-sent-twice
  res.end();
});
app.post("/pass", async (req, res) => {
  const token = crypto.randomBytes(20).toString("hex");
  await mailer.sendMail({ to: req.body.email, text: `https://example.com/pass?token=${token}` }); // expect: message-sent-twice
  res.end();
});
// The colleague has not asked: the second letter's link ends the first one's.
app.post("/invitations", async (req, res) => {
  const token = crypto.randomBytes(20).toString("hex");
  await mailer.sendMail({ to: req.body.email, text: `https://example.com/join?token=${token}` }); // expect: message-sent-twice
  res.end();
});
