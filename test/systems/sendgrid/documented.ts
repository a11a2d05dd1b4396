// https://github.com/sendgrid/sendgrid-nodejs/blob/main/docs/use-cases/README.md
const sgMail = require("@sendgrid/mail");
import { MailService } from "@sendgrid/mail";
import express from "express";

const other = new MailService();
const app = express();

app.post("/orders/:id", async (req, res) => {
  await sgMail.sendMultiple({ to: req.body.people, from: "a@b.c", subject: "Hi", text: "Hi" }); // effect: call sendgrid, send
  await sgMail.send([{ to: req.body.to, from: "a@b.c", templateId: "d-1" }]); // effect: call sendgrid, send
  await other.send({ to: req.body.to, from: "a@b.c", text: "Hi" }); // effect: call sendgrid, send
  res.end();
});
