// https://developer.vonage.com/messages/code-snippets · https://github.com/AfricasTalkingLtd/africastalking-node.js · https://www.plivo.com/docs/messaging/sdk/node
// https://developers.telnyx.com/docs/messaging · https://developers.messagebird.com/api/sms-messaging
import type { CallDefinition } from "./define-system.ts";
import { defineSystem } from "./define-system.ts";

const sends: CallDefinition = { access: "call", operation: "send", data: "$0" };

export default defineSystem({
  title: "Text messages",
  category: "sms",
  packages: [
    "@vonage/server-sdk",
    "africastalking",
    "plivo",
    "telnyx",
    "messagebird",
    "@messagebird/api",
    "@infobip-api/sdk",
    "termii-node",
  ],
  clients: [
    "default",
    "default()",
    "new default()",
    "new Vonage()",
    "new Client()",
    "new Telnyx()",
    "initClient()",
    "new Infobip()",
  ],
  calls: {
    "sms|messages|SMS|WHATSAPP.send|sendPremium|create": sends,
    "channels.sms|whatsapp.send": sends,
    "verify.start|create": sends,
    "verify.check": { access: "call", operation: "read" },
    "**.retrieve|get|list|read": { access: "read" },
  },
});
