// https://docs.svix.com/idempotency · https://docs.svix.com/receiving/verifying-payloads/how
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Svix",
  category: "externalApi",
  packages: ["svix"],
  clients: ["new Svix()"],
  calls: {
    "message.create": { access: "publish", target: "$1.eventType", data: "$1", key: "$2.idempotencyKey|$1.eventId" },
    "*.create": {
      access: "write",
      operation: "insert",
      target: "$*",
      data: "$0",
      key: "$1.idempotencyKey|$2.idempotencyKey",
    },
    "*.getOrCreate|update|patch": { access: "write", operation: "set", target: "$*" },
    "*.delete": { access: "write", operation: "delete", target: "$*" },
    "*.get|list": { access: "read", target: "$*" },
  },
  guards: { "new Webhook().verify()": { kind: "signature", how: "throws" } },
});
