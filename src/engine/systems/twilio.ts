// https://www.twilio.com/docs/messaging/api/message-resource · https://www.twilio.com/docs/usage/webhooks/webhooks-security
// Creating a message knows no idempotency key.
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Twilio",
  category: "sms",
  packages: ["twilio"],
  clients: ["default()", "new default()", "new Twilio()", "Twilio()"],
  calls: {
    "messages.create": { access: "call", operation: "send", target: "$0.to", data: "$0" },
    "calls.create": { access: "call", operation: "send", target: "$0.to", data: "$0" },
    "verify.**.verifications.create": { access: "call", operation: "send", target: "=verification", data: "$0" },
    // A code is checked once; asking changes nothing that repeating would double.
    "verify.**.verificationChecks.create": { access: "call", operation: "read", target: "=verify" },
    "conversations.**.create": { access: "call", operation: "send", target: "=conversations", data: "$0" },
    "lookups.**.fetch": { access: "read" },
    "**.fetch|list|each|page": { access: "read" },
    "**.update": { access: "write", operation: "set" },
    "**.remove": { access: "write", operation: "delete" },
  },
  guards: {
    "validateRequest()|validateRequestWithBody()|validateExpressRequest()": { kind: "signature", how: "returns" },
    "webhook()": { kind: "signature", how: "middleware" },
  },
});
