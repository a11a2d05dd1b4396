// https://trigger.dev/docs/tasks/overview · https://trigger.dev/docs/errors-retrying · https://trigger.dev/docs/tasks/scheduled
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume, numberOf, optionAt } from "./reading/jobs.ts";

export default defineFramework({
  title: "Trigger.dev tasks",
  packages: ["@trigger.dev/sdk"],
  receivers: ["", "new TriggerClient()"],
  handler: {
    parameters: ["message", { fields: { ctx: "job", signal: "job.signal", init: "job.init" } }],
    returns: "nothing",
  },
  calls: {
    "task|schemaTask": task,
    "schedules.task": task,
    defineJob,
  },
});

/** Version 2: `client.defineJob({ id, trigger: eventTrigger({ name }), run: async (payload, io) => … })`. */
function defineJob(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const run = call.option(0, "run");
  const trigger = call.option(0, "trigger");
  if (!run || trigger?.kind !== "external") return;
  const given = trigger.arguments?.[0];
  const name = terms.text(call.option(0, "id")) ?? "*";
  const scheduled = /^(?:cron|interval)Trigger\(\)$/.test(trigger.path.at(-1) ?? "");
  const path = terms.text(terms.member(given, scheduled ? "cron" : "name")) ?? name;
  consume(model, { kind: scheduled ? "schedule" : "queue", path, handler: terms.handler(run, name) });
}

/** `task({ id, retry: { maxAttempts }, run: async (payload, { ctx }) => … })`. */
function task(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const run = call.option(0, "run");
  if (!run) return;
  const cron = call.option(0, "cron");
  const schema = call.method === "schemaTask" ? call.option(0, "schema") : undefined;
  const scheduled = call.result.kind === "external" && call.result.path.includes("schedules");
  const path = terms.text(terms.member(cron, "pattern")) ?? terms.text(cron) ?? terms.text(call.option(0, "id")) ?? "*";
  consume(model, {
    kind: scheduled ? "schedule" : "queue",
    path,
    handler: terms.handler(run, terms.text(call.option(0, "id")) ?? "run"),
    attempts: numberOf(optionAt(terms, call.argument(0), ["retry", "maxAttempts"])),
    identities: ["ctx.run.id"],
    options: call.argument(0),
    // https://trigger.dev/docs/tasks/schemaTask: the payload is parsed ahead of the run.
    ahead: schema ? [{ ...terms.handler(schema, "schema"), guard: "validation" }] : [],
  });
}
