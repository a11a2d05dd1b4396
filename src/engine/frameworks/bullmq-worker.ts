// https://docs.bullmq.io/guide/workers · https://docs.bullmq.io/guide/retrying-failing-jobs · https://docs.bullmq.io/patterns/named-processor
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consumeByName } from "./reading/jobs.ts";

export default defineFramework({
  title: "BullMQ worker",
  packages: ["bullmq", "@nestjs/bullmq"],
  receivers: [""],
  handler: { parameters: ["job"], returns: "nothing" },
  members: { "job.data": "message" },
  calls: { "Worker|WorkerPro": worker },
});

/** `new Worker("receipts", processor, options)`. A job that stalls runs again, whatever the number of attempts. */
function worker(call: RegisterCall, model: Registry): void {
  const [handler] = call.functions(1);
  if (!handler) return;
  for (const path of call.texts(0) ?? ["*"]) {
    const found = { kind: "queue", path, handler, identities: ["job.id"], options: call.argument(2) } as const;
    consumeByName(model, call.terms, found, []);
  }
}
