// https://upstash.com/docs/qstash/features/deduplication · https://upstash.com/docs/qstash/howto/signature
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { hostOf } from "./reading/host.ts";
import { isLiteral } from "./reading/terms.ts";

export default defineSystem({
  title: "QStash",
  category: "queue",
  packages: ["@upstash/qstash"],
  clients: ["new Client()"],
  calls: {
    "publish|publishJSON|enqueue|enqueueJSON": publish,
    "queue().enqueue|enqueueJSON": publish,
    "batch|batchJSON": { access: "publish", data: "$0", key: "$0.deduplicationId" },
    "schedules.create": { access: "publish", data: "$0", key: "$0.scheduleId" },
    "schedules|messages.delete|cancel": { access: "write", operation: "delete" },
    "schedules.list|get": { access: "read" },
  },
  guards: {
    "new Receiver().verify()": { kind: "signature", how: "throws" },
    "verifySignatureAppRouter()|verifySignature()|verifySignatureEdge()": { kind: "signature", how: "wraps" },
  },
});

function publish(call: CallView): CallDefinition {
  const name = call.name(call.at("$0.urlGroup|$0.topic|$queue().0.queueName")) ?? hostOf(call.at("$0.url"));
  const common: CallDefinition = { access: "publish", ...(name && { target: `=${name}` }), data: "$0.body" };
  const byContent = call.at("$0.contentBasedDeduplication");
  return { ...common, key: isLiteral(byContent, true) && byContent ? byContent : "$0.deduplicationId" };
}
