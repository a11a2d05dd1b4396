import nodemailer from "nodemailer";
import { config } from "../config.ts";

const transport = nodemailer.createTransport(config.smtpUrl);

export async function sendMail(to: string, subject: string, text: string) {
  await transport.sendMail({ from: "Shopfront <hello@shopfront.example>", to, subject, text });
}
