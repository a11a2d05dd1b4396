// https://docs.bullmq.io/guide/workers · https://docs.bullmq.io/guide/retrying-failing-jobs
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";

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
  const [processor] = call.functions(1);
  if (!processor) return;
  model.entryPoint({
    kind: "queue",
    path: call.texts(0) ?? "*",
    handlers: [processor],
    delivery: { by: "queue", identities: ["job.id"] },
    ...withOptions(call),
    detached: true,
  });
}

function withOptions(call: RegisterCall): { readonly options?: Term } {
  const options = call.argument(2);
  return options ? { options } : {};
}
