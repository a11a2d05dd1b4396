// https://resend.com/docs/dashboard/emails/idempotency-keys · https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Resend",
  category: "email",
  packages: ["resend"],
  clients: ["new Resend()"],
  calls: {
    "emails.send|create": { access: "call", operation: "send", data: "$0", key: "$1.idempotencyKey" },
    "batch.send|create": { access: "call", operation: "send", data: "$0", key: "$1.idempotencyKey" },
    "broadcasts.send": { access: "call", operation: "send", where: "$0" },
    "contacts.create": { access: "write", operation: "upsert", target: "=contacts", data: "$0", conflict: ["email"] },
    "*.create": { access: "write", operation: "insert", target: "$*", data: "$0" },
    "*.update": { access: "write", operation: "set", target: "$*", data: "$0" },
    "emails.cancel": { access: "write", operation: "delete", target: "=emails", where: "$0" },
    "*.remove": { access: "write", operation: "delete", target: "$*", where: "$0" },
    "*.get|list": { access: "read", target: "$*" },
  },
  guards: { "**.webhooks.verify()": { kind: "signature", how: "throws" } },
});
