// https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueprocess · https://github.com/bee-queue/bee-queue#queueprocessconcurrency-handlerjob-done
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume, consumeByName, numberOf, optionAt } from "./reading/jobs.ts";
import { processorFile } from "./reading/processor-file.ts";

export default defineFramework({
  title: "Bull, Bee-Queue",
  packages: ["bull", "bee-queue"],
  receivers: ["new default()", "default()", "new Queue()", "new Bull()"],
  handler: { parameters: ["job", "job.done"], returns: "nothing" },
  members: { "job.data": "message" },
  // The queue is made in a file of its own.
  composes: /\.process\s*\(\s*(?:["'`\w(]|async\b)/,
  calls: { process },
});

/** `process(fn)`, `process(5, fn)`, `process("name", fn)`, `process("name", 5, fn)`. */
function process(call: RegisterCall, model: Registry): void {
  const file = processorFile(call.terms, call.arguments.at(-1));
  const handler = file ?? call.functions(0).findLast((one) => one.term.kind !== "literal");
  if (!handler) return;
  const place = file && { place: file.place };
  const queue = queueName(call.receiver) ?? "*";
  const given = call.argument(0);
  const named = given?.kind === "literal" && typeof given.value === "string" ? given.value : undefined;
  const job = call.arguments.length > 1 ? named : undefined;
  const defaults = call.receiver.kind === "external" ? call.receiver.arguments?.find(isObject) : undefined;
  const attempts = numberOf(optionAt(call.terms, defaults, ["defaultJobOptions", "attempts"]));
  const found = { kind: "queue", handler, attempts, identities: ["job.id"], options: defaults, ...place } as const;
  if (job !== undefined && job !== "*") consume(model, { ...found, path: `${queue}/${job}` });
  else consumeByName(model, call.terms, { ...found, path: queue }, ["job.done"]);
}

function queueName(queue: Term): string | undefined {
  const first = queue.kind === "external" ? queue.arguments?.[0] : undefined;
  return first?.kind === "literal" ? String(first.value) : undefined;
}

function isObject(term: Term): boolean {
  return term.kind === "object";
}
