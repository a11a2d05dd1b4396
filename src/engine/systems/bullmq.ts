// https://docs.bullmq.io/guide/jobs/job-ids · https://docs.bullmq.io/guide/jobs/deduplication
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { bulkKey } from "./reading/bulk-key.ts";
import { queueName } from "./reading/queue-name.ts";
import { field, itemsOf, literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "BullMQ",
  category: "queue",
  packages: ["bullmq", "@nestjs/bullmq"],
  clients: ["new Queue()", "new QueuePro()", "new FlowProducer()"],
  decorators: { InjectQueue: "new Queue()" },
  calls: {
    add: (call) =>
      call.client.kind === "external" && call.client.path.at(-1) === "new FlowProducer()" ? flow(call) : job(call),
    addBulk: (call) => ({
      access: "publish",
      ...queueName(call, "Queue"),
      data: "$0",
      key: bulkKey(call, call.arguments[0]),
    }),
    upsertJobScheduler: (call) => ({ access: "publish", operation: "upsert", ...queueName(call, "Queue"), data: "$2" }),
    "remove|removeRepeatable|removeRepeatableByKey|removeJobScheduler|removeDeduplicationKey|obliterate|drain|clean": (
      call,
    ) => ({ access: "write", operation: "delete", ...queueName(call, "Queue") }),
    "getJob|getJobs|getJobCounts|getWaiting|getActive|getDelayed|getCompleted|getFailed|getRepeatableJobs|getJobSchedulers|count|getJobCountByTypes":
      (call) => ({ access: "read", ...queueName(call, "Queue") }),
    "pause|resume|setGlobalConcurrency|updateJobProgress": (call) => ({
      access: "write",
      operation: "set",
      ...queueName(call, "Queue"),
    }),
  },
});

/** `add(name, data, { jobId })`. A repeated job is known by its schedule. */
function job(call: CallView): CallDefinition {
  const common: CallDefinition = { access: "publish", ...queueName(call, "Queue"), data: "$1" };
  if (call.at("$2.repeat")?.kind === "object") return { ...common, operation: "upsert" };
  return { ...common, key: "$2.jobId|$2.deduplication.id|$2.debounce.id", attempts: `$2.attempts|${DEFAULT_ATTEMPTS}` };
}

const DEFAULT_ATTEMPTS = "$Queue().1.defaultJobOptions.attempts|$QueuePro().1.defaultJobOptions.attempts";

/** A job and, below it, those that run before it. https://docs.bullmq.io/guide/flows */
function flow(call: CallView): readonly CallDefinition[] {
  const own: CallDefinition = {
    access: "publish",
    target: "$0.queueName",
    data: "$0.data",
    key: "$0.opts.jobId|$0.opts.deduplication.id",
    attempts: "$0.opts.attempts",
  };
  return [own, ...children(call.at("$0"))];
}

function children(job: Term | undefined): readonly CallDefinition[] {
  return itemsOf(field(job, "children")).flatMap((child): readonly CallDefinition[] => {
    const queue = literalText(field(child, "queueName"));
    const data = field(child, "data");
    const key = field(field(child, "opts"), "jobId");
    return [
      { access: "publish", ...(queue && { target: `=${queue}` }), ...(data && { data }), ...(key && { key }) },
      ...children(child),
    ];
  });
}
