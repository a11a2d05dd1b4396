// https://documentation.mailgun.com/docs/mailgun/sdk/nodejs_sdk · no idempotency key
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Mailgun",
  category: "email",
  packages: ["mailgun.js", "mailgun-js"],
  // `new Mailgun(FormData)` makes clients; the older library is one by being called.
  clients: ["new default()", "new default().client()", "new Mailgun().client()", "default()"],
  calls: {
    "messages.create": { access: "call", operation: "send", data: "$1" },
    // The older library: mailgun({ … }).messages().send(data)
    "messages().send": { access: "call", operation: "send", data: "$0" },
    "suppressions|webhooks|lists.create": { access: "write", operation: "set" },
    "*.get|list": { access: "read" },
  },
});
