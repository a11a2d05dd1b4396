// https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueadd
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { bulkKey } from "./reading/bulk-key.ts";
import { queueName } from "./reading/queue-name.ts";
import { literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "Bull",
  category: "queue",
  packages: ["bull", "@nestjs/bull"],
  clients: ["new default()", "default()", "new Queue()", "new Bull()"],
  decorators: { InjectQueue: "new Queue()" },
  calls: {
    add: job,
    addBulk: (call) => ({ access: "publish", ...name(call), data: "$0", key: bulkKey(call, call.arguments[0]) }),
    "removeJobs|removeRepeatable|removeRepeatableByKey|empty|clean|obliterate": (call) => ({
      access: "write",
      operation: "delete",
      ...name(call),
    }),
    "getJob|getJobs|getJobCounts|getWaiting|getActive|getDelayed|getFailed|getCompleted|getRepeatableJobs|count": (
      call,
    ) => ({
      access: "read",
      ...name(call),
    }),
    "pause|resume": (call) => ({ access: "write", operation: "set", ...name(call) }),
  },
});

/** `add(data, { jobId })` and `add("name", data, { jobId })`. */
function job(call: CallView): CallDefinition {
  const [first, second] = call.arguments;
  const isNamed = literalText(first) !== undefined && second !== undefined;
  const options = isNamed ? 2 : 1;
  const common: CallDefinition = { access: "publish", ...name(call), data: `$${options - 1}` };
  if (call.at(`$${options}.repeat`)?.kind === "object") return { ...common, operation: "upsert" };
  const defaults = ["default", "Queue", "Bull"].flatMap((name) =>
    [1, 2].map((position) => `$${name}().${position}.defaultJobOptions.attempts`),
  );
  return { ...common, key: `$${options}.jobId`, attempts: [`$${options}.attempts`, ...defaults].join("|") };
}

function name(call: CallView): { readonly target?: string } {
  const { target } = queueName(call, "default");
  return target ? { target: `${target}|$Queue().0|$Bull().0` } : {};
}
