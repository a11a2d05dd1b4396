// https://docs.temporal.io/develop/typescript/temporal-client#start-workflow-execution · a running workflow's id is refused
// https://docs.temporal.io/develop/typescript/message-passing#signal-with-start · each signal is delivered
// https://harsh-simform.github.io/nestjs-temporal-core/
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { field, itemsOf } from "./reading/terms.ts";

const start: CallDefinition = { access: "publish", target: "$0", data: "$1.args", key: "$1.workflowId" };
const named: CallDefinition = { access: "publish", target: "$0", data: "$1", key: "$2.workflowId" };
const signal: CallDefinition = { access: "publish", target: "$0" };
const end: CallDefinition = { access: "write", operation: "set" };
const ask: CallDefinition = { access: "read" };

export default defineSystem({
  title: "Temporal",
  category: "queue",
  packages: ["@temporalio/client", "nestjs-temporal-core"],
  clients: ["new Client()", "new WorkflowClient()", "new TemporalService()", "new TemporalClientService()"],
  calls: {
    "workflow.start|execute": start,
    "start|execute": start,
    "workflow.signalWithStart": signalled,
    signalWithStart: signalled,
    "startWorkflow|executeWorkflow": named,
    "client.startWorkflow|executeWorkflow": named,
    signalWorkflow: signal,
    "client.signalWorkflow": signal,
    "terminateWorkflow|cancelWorkflow": end,
    "client.terminateWorkflow|cancelWorkflow": end,
    "client.getRawClient().workflow.start|execute": start,
    "client.getRawClient().workflow.signalWithStart": signalled,
    "workflow.getHandle().signal|executeUpdate": signal,
    "workflow.getHandle().cancel|terminate": end,
    "workflow.getHandle().result|query|describe": ask,
    "client.getWorkflowHandle().signal|executeUpdate": signal,
    "client.getWorkflowHandle().cancel|terminate": end,
    "client.getWorkflowHandle().result|query|describe": ask,
    "schedule.create": { access: "publish", operation: "upsert", target: "$0.scheduleId", conflict: ["scheduleId"] },
  },
});

/** A workflow that runs already gets the signal once more, with what it carries; one without content only wakes it. */
function signalled(call: CallView): CallDefinition {
  const [, options] = call.arguments;
  const carried = field(options, "signalArgs");
  if (options?.kind === "object" && itemsOf(carried).length === 0 && carried?.kind !== "unknown") return start;
  return { access: "publish", target: "$0", ...(carried && { data: carried }) };
}
