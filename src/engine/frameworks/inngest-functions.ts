// https://www.inngest.com/docs/reference/functions/create · /reference/functions/step-run · /features/inngest-functions/error-retries/retries (4 retries where nothing else is said)
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume, numberOf } from "./reading/jobs.ts";

export default defineFramework({
  title: "Inngest functions",
  packages: ["inngest"],
  receivers: ["new Inngest()"],
  handler: {
    parameters: [
      {
        fields: {
          event: "event",
          events: "event.batch",
          step: "context.step",
          runId: "event.runId",
          attempt: "event.attempt",
          logger: "context.logger",
        },
      },
    ],
    returns: "nothing",
  },
  members: { "event.data": "message" },
  // The client is made in a file of its own.
  composes: /\.createFunction\s*\(/,
  memoised: {
    "context.step.run": 1,
    "context.step.ai.wrap": 1,
  },
  calls: { createFunction },
});

/**
 * `createFunction({ id, retries, idempotency }, { event } | { cron }, handler)`; the triggers may stand in the first
 * argument. A run that fails starts again, finished steps are not run a second time.
 */
function createFunction(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const options = call.argument(0);
  const handler = call.functions(1).at(-1);
  if (!handler || handler.term.kind === "object") return;
  const retries = numberOf(terms.member(options, "retries"));
  const inOptions = terms.items(terms.member(options, "triggers"));
  const triggers = inOptions.length > 0 ? inOptions : terms.items(call.argument(1));
  const events = triggers.flatMap(
    (trigger) =>
      terms.texts(made(trigger, "eventType") ?? terms.member(trigger, "event")) ?? terms.texts(trigger) ?? [],
  );
  const crons = triggers.flatMap(
    (trigger) => terms.texts(made(trigger, "cron") ?? terms.member(trigger, "cron")) ?? [],
  );
  const common = { handler, options, ...(retries === undefined ? {} : { attempts: retries + 1 }) };
  for (const path of events) consume(model, { ...common, kind: "queue", path, identities: ["event.id"] });
  for (const path of crons) consume(model, { ...common, kind: "schedule", path });
  if (events.length + crons.length === 0)
    consume(model, { ...common, kind: "queue", path: terms.text(terms.member(options, "id")) ?? "*" });
}

/** Version 4 makes triggers by calls: `cron("0 8 * * *")`, `eventType("user/created", { schema })`. */
function made(trigger: Term, by: string): Term | undefined {
  return trigger.kind === "external" && trigger.path.at(-1) === `${by}()` ? trigger.arguments?.[0] : undefined;
}
