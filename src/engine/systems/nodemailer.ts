// https://nodemailer.com/usage/
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Nodemailer",
  system: "smtp",
  category: "email",
  packages: ["nodemailer"],
  clients: ["createTransport()", "new Transporter()"],
  calls: { sendMail: { access: "call", operation: "send", data: "$0" } },
});
