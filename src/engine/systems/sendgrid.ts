// https://github.com/sendgrid/sendgrid-nodejs/tree/main/packages/mail · no idempotency key: remember what was sent.
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "SendGrid",
  category: "email",
  packages: ["@sendgrid/mail", "@sendgrid/eventwebhook"],
  clients: ["default", "", "new MailService()"],
  calls: { "send|sendMultiple": { access: "call", operation: "send", data: "$0" } },
  guards: {
    "new EventWebhook().verifySignature()": { kind: "signature", how: "returns" },
  },
});
