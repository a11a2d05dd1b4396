// https://timgit.github.io/pg-boss/#/./api/jobs
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "pg-boss",
  category: "queue",
  packages: ["pg-boss"],
  clients: ["new default()", "new PgBoss()"],
  calls: {
    send,
    "sendThrottled|sendDebounced": { access: "publish", target: "$0", data: "$1", key: "$4" },
    sendAfter: { access: "publish", target: "$0", data: "$1", key: "$2.singletonKey|$2.id" },
    insert: { access: "publish", target: "$0", data: "$1", key: "$1.singletonKey|$1.id|$0.singletonKey|$0.id" },
    publish: { access: "publish", target: "$0", data: "$1", key: "$2.singletonKey|$2.id" },
    schedule: { access: "publish", operation: "upsert", target: "$0", data: "$2" },
    "unschedule|cancel|deleteJob|deleteQueue|deleteQueuedJobs": { access: "write", operation: "delete", target: "$0" },
    "complete|fail|resume|retry|touch|createQueue|updateQueue": { access: "write", operation: "set", target: "$0" },
    "fetch|getJobById|getQueue|getQueues|getQueueSize|getSchedules|findJobs": { access: "read", target: "$0" },
  },
});

/** `send(name, data, options)` and `send({ name, data, options })`. */
function send(call: CallView): CallDefinition {
  const [options, target, data] =
    call.arguments[0]?.kind === "object"
      ? (["$0.options", "$0.name", "$0.data"] as const)
      : (["$2", "$0", "$1"] as const);
  const retries = call.at(`${options}.retryLimit`);
  const tries = retries?.kind === "literal" && typeof retries.value === "number" ? retries.value + 1 : undefined;
  return {
    access: "publish",
    target,
    data,
    key: `${options}.singletonKey|${options}.id`,
    ...(tries !== undefined && { attempts: call.terms.literal(tries) }),
  };
}
