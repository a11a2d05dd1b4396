// https://email-templates.js.org/#/?id=usage
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "email-templates",
  system: "smtp",
  category: "email",
  packages: ["email-templates"],
  clients: ["new default()", "new Email()"],
  calls: { send: { access: "call", operation: "send", data: "$0.message" } },
});
