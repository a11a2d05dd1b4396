// https://developers.brevo.com/docs/api-clients/node-js · https://developers.mailersend.com/general.html · https://dev.mailjet.com/email/guides/send-api-v31
// https://docs.mailtrap.io/developers/email-sending/sdk · https://mailchimp.com/developer/transactional/api/messages · https://docs.useplunk.com
// https://loops.so/docs/sdks/javascript · https://github.com/SparkPost/node-sparkpost · https://www.zoho.com/zeptomail/help/api
// https://learn.microsoft.com/javascript/api/overview/azure/communication-email-readme · https://www.emailjs.com/docs/sdk/send
import type { CallDefinition } from "./define-system.ts";
import { defineSystem } from "./define-system.ts";

const sends: CallDefinition = { access: "call", operation: "send", data: "$0" };

export default defineSystem({
  title: "E-mail services",
  category: "email",
  packages: [
    "@getbrevo/brevo",
    "sib-api-v3-sdk",
    "sib-api-v3-typescript",
    "mailersend",
    "node-mailjet",
    "mailtrap",
    "@mailchimp/mailchimp_transactional",
    "@plunk/node",
    "loops",
    "sparkpost",
    "zeptomail",
    "@azure/communication-email",
    "@emailjs/nodejs",
    "@emailjs/browser",
  ],
  clients: [
    "",
    "default",
    "default()",
    "new default()",
    "new TransactionalEmailsApi()",
    "new default.TransactionalEmailsApi()",
    "new BrevoClient()",
    "new MailerSend()",
    "apiConnect()",
    "default.apiConnect()",
    "new Client()",
    "new MailtrapClient()",
    "new LoopsClient()",
    "new SendMailClient()",
    "new EmailClient()",
  ],
  calls: {
    "sendTransacEmail|sendTransactionalEmail|sendEvent|beginSend|sendMail|sendMailWithTemplate": sends,
    "transactionalEmails|email|emails|messages|testing|bulk|transmissions.send|sendTransacEmail|sendTemplate": sends,
    // mailjet.post("send", { version: "v3.1" }).request({ Messages: […] })
    "post().request": (call) =>
      call.text(0) === undefined || !/^(?:post|\?)$/.test(call.text(0) ?? "") ? sends : undefined,
    send: sends,
    "**.get*|list*": { access: "read" },
  },
});
