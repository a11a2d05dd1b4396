// file: src/mail.ts
import nodemailer from "nodemailer";

const transport = nodemailer.createTransport({ host: process.env.SMTP_HOST });

export async function sendReceipt(to: string) {
  await transport.verify();
  await transport.sendMail({ to, subject: "Receipt" }); // effect: call smtp, send
}
// file: src/app.ts
import express from "express";
import { sendReceipt } from "./mail";

const app = express();

app.post("/orders", async (req, res) => {
  await sendReceipt(req.body.email);
  res.end();
});
