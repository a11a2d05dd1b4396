// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html · no deduplication: consumers must know duplicates
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { awsCommand } from "./reading/aws-command.ts";
import { namedTarget } from "./reading/name-text.ts";
import { field, itemsOf } from "./reading/terms.ts";

export default defineSystem({
  title: "Amazon EventBridge",
  category: "queue",
  packages: ["@aws-sdk/client-eventbridge", "@aws-sdk/client-cloudwatch-events", "@aws-sdk/client-scheduler"],
  clients: ["new EventBridgeClient()", "new EventBridge()", "new CloudWatchEventsClient()", "new SchedulerClient()"],
  calls: { "*": command },
});

function command(call: CallView): CallDefinition | undefined {
  const { name, input } = awsCommand(call) ?? { name: undefined, input: undefined };
  if (name === undefined) return call.path.at(-1) === "send" ? { access: "call" } : undefined;
  if (name === "PutEvents") {
    const entries = field(input, "Entries");
    return {
      access: "publish",
      ...namedTarget(field(itemsOf(entries)[0], "DetailType")),
      ...(entries && { data: entries }),
    };
  }
  // A schedule of the same name is refused.
  if (name === "CreateSchedule")
    return { access: "publish", operation: "upsert", ...namedTarget(field(input, "Name")), conflict: ["name"] };
  if (/^(?:Put|Update)/.test(name)) return { access: "write", operation: "set" };
  return /^(?:Delete|Remove)/.test(name) ? { access: "write", operation: "delete" } : undefined;
}
