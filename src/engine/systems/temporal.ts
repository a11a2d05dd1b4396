// https://docs.temporal.io/develop/typescript/temporal-client#start-workflow-execution · a running workflow's id is refused
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Temporal",
  category: "queue",
  packages: ["@temporalio/client"],
  clients: ["new Client()", "new WorkflowClient()"],
  calls: {
    "workflow.start|execute|signalWithStart": {
      access: "publish",
      target: "$0",
      data: "$1.args",
      key: "$1.workflowId",
    },
    "start|execute|signalWithStart": { access: "publish", target: "$0", data: "$1.args", key: "$1.workflowId" },
    "workflow.getHandle().signal|executeUpdate": { access: "publish", target: "$0" },
    "workflow.getHandle().cancel|terminate": { access: "write", operation: "set" },
    "workflow.getHandle().result|query|describe": { access: "read" },
    "schedule.create": { access: "publish", operation: "upsert", target: "$0.scheduleId", conflict: ["scheduleId"] },
  },
});
