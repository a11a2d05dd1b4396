// https://email-templates.js.org/#/?id=usage
import Email from "email-templates";
import express from "express";
import nodemailer from "nodemailer";

const app = express();

app.post("/letters", async (req, res) => {
  const email = new Email({ transport: nodemailer.createTransport({}), message: { from: "shop@example.com" } });
  const html = await email.render("welcome/html", { name: req.body.name });
  await email.send({ template: "welcome", message: { to: req.body.email, html } }); // effect: call smtp, send, unsafe
  res.sendStatus(204);
});
