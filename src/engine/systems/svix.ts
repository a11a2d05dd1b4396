// https://docs.svix.com/idempotency · https://docs.svix.com/receiving/verifying-payloads/how
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Svix",
  category: "externalApi",
  packages: ["svix"],
  clients: ["new Svix()"],
  calls: {
    "message.create": { access: "publish", target: "$1.eventType", data: "$1", key: "$2.idempotencyKey|$1.eventId" },
    // A type of events is told by its name, and refused the second time.
    "eventType.create": { access: "write", operation: "insert", target: "=eventType", data: "$0", key: "$0.name" },
    // So is what brings an id of its own.
    "application.create": {
      access: "write",
      operation: "insert",
      target: "=application",
      data: "$0",
      key: "$0.uid|$1.idempotencyKey",
    },
    "endpoint.create": {
      access: "write",
      operation: "insert",
      target: "=endpoint",
      data: "$1",
      key: "$1.uid|$2.idempotencyKey",
    },
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
