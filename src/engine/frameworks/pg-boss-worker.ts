// https://timgit.github.io/pg-boss/#/./api/workers · ./api/queues (retryLimit is 2 where nothing else is said)
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "pg-boss worker",
  packages: ["pg-boss"],
  receivers: ["new default()", "new PgBoss()"],
  handler: { parameters: ["job"], returns: "nothing" },
  members: { "job.data": "message" },
  // The client is made in a file of its own.
  composes: /\.(?:work|subscribe)\s*\(\s*["'`]/,
  calls: { "work|subscribe": work },
});

/** `work("receipts", handler)`, `work("receipts", options, handler)`. The handler is given a list of jobs, or one. */
function work(call: RegisterCall, model: Registry): void {
  const handler = call.functions(1).findLast((one) => one.term.kind !== "object");
  if (!handler) return;
  for (const path of call.texts(0) ?? ["*"]) consume(model, { kind: "queue", path, handler, identities: ["job.id"] });
}
