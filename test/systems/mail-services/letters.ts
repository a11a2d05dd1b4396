import { EmailClient } from "@azure/communication-email";
import * as brevo from "@getbrevo/brevo";
import mandrill from "@mailchimp/mailchimp_transactional";
import Plunk from "@plunk/node";
import express from "express";
import { LoopsClient } from "loops";
import { EmailParams, MailerSend } from "mailersend";
import { MailtrapClient } from "mailtrap";
import Mailjet from "node-mailjet";
import SibApiV3Sdk from "sib-api-v3-sdk";

const letters = new brevo.TransactionalEmailsApi();
const older = new SibApiV3Sdk.TransactionalEmailsApi();
const sender = new MailerSend({ apiKey: process.env["KEY"] as string });
const mailjet = Mailjet.apiConnect("a", "b");
const trap = new MailtrapClient({ token: "t" });
const chimp = mandrill(process.env["KEY"] as string);
const plunk = new Plunk(process.env["KEY"] as string);
const loops = new LoopsClient(process.env["KEY"] as string);
const azure = new EmailClient(process.env["KEY"] as string);
const app = express();

app.post("/letters", async (req, res) => {
  await letters.sendTransacEmail({ to: [{ email: req.body.email }], subject: "Hi" }); // effect: call mail-services, send
  await older.sendTransacEmail({ to: [{ email: req.body.email }], subject: "Hi" }); // effect: call mail-services, send
  await sender.email.send(new EmailParams().setSubject("Hi")); // effect: call mail-services, send
  await mailjet.post("send", { version: "v3.1" }).request({ Messages: [] }); // effect: call mail-services, send
  await trap.send({ to: [{ email: req.body.email }], subject: "Hi" }); // effect: call mail-services, send
  await chimp.messages.send({ message: { subject: "Hi" } }); // effect: call mail-services, send
  await plunk.emails.send({ to: req.body.email, subject: "Hi", body: "Hi" }); // effect: call mail-services, send
  await loops.sendTransactionalEmail({ transactionalId: "a", email: req.body.email }); // effect: call mail-services, send
  await azure.beginSend({ senderAddress: "a", content: { subject: "Hi" } }); // effect: call mail-services, send
  res.end();
});
