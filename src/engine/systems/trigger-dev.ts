// https://trigger.dev/docs/triggering · https://trigger.dev/docs/idempotency
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Trigger.dev",
  category: "queue",
  packages: ["@trigger.dev/sdk"],
  clients: ["tasks", "task()", "schemaTask()", "runs", "schedules", "batch"],
  calls: {
    "trigger|triggerAndWait|triggerAndPoll": (call) =>
      call.client.kind === "external" && call.client.path.at(-1) === "tasks"
        ? { access: "publish", target: "$0", data: "$1", key: "$2.idempotencyKey" }
        : { access: "publish", target: "$task().0.id|$schemaTask().0.id", data: "$0", key: "$1.idempotencyKey" },
    "batchTrigger|batchTriggerAndWait|triggerByTask|triggerByTaskAndWait": (call) =>
      call.client.kind === "external" && call.client.path.at(-1) === "tasks"
        ? { access: "publish", target: "$0", data: "$1", key: "$1.options.idempotencyKey|$2.idempotencyKey" }
        : {
            access: "publish",
            target: "$task().0.id|$schemaTask().0.id",
            data: "$0",
            key: "$0.options.idempotencyKey|$1.idempotencyKey",
          },
    create: { access: "write", operation: "upsert", target: "$0.task", data: "$0", conflict: ["deduplicationKey"] },
    "retrieve|list|poll": { access: "read" },
    "cancel|del": { access: "write", operation: "delete", where: "$0" },
    "update|reschedule|activate|deactivate": { access: "write", operation: "set", where: "$0" },
  },
});
