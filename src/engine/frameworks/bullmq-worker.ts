// https://docs.bullmq.io/guide/workers · https://docs.bullmq.io/guide/retrying-failing-jobs · https://docs.bullmq.io/patterns/named-processor
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { consumeByName } from "./reading/jobs.ts";
import { processorFile } from "./reading/processor-file.ts";

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
  const [given] = call.functions(1);
  const file = processorFile(call.terms, call.argument(1));
  const handler = file ?? given;
  if (!handler) return;
  const place = file && { place: file.place };
  for (const path of call.texts(0) ?? queueNames(call.terms, call.argument(0)) ?? ["*"]) {
    const found = {
      kind: "queue",
      path,
      handler,
      identities: ["job.id"],
      options: call.argument(2),
      ...place,
    } as const;
    consumeByName(model, call.terms, found, []);
  }
}

/** `new Worker(queue.name, …)`: the name that the queue was made with. */
function queueNames(terms: TermView, name: Term | undefined): readonly string[] | undefined {
  if (name?.kind !== "external" || name.path.at(-1) !== "name" || name.base?.kind !== "external") return undefined;
  return terms.texts(name.base.arguments?.[0]);
}
