// https://nodemailer.com/usage/ · https://nest-modules.github.io/mailer/docs/mailer.html
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Nodemailer",
  system: "smtp",
  category: "email",
  packages: ["nodemailer", "@nestjs-modules/mailer", "@nest-modules/mailer"],
  clients: ["createTransport()", "new Transporter()", "new MailerService()"],
  calls: { sendMail: { access: "call", operation: "send", data: "$0" } },
});
