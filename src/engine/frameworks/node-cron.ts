// https://nodecron.com/api-reference.html · https://www.npmjs.com/package/cron · https://github.com/node-schedule/node-schedule
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";

export default defineFramework({
  title: "node-cron, cron, node-schedule, croner, Elysia's cron",
  packages: ["node-cron", "cron", "node-schedule", "croner", "@elysiajs/cron"],
  receivers: [""],
  handler: { parameters: [], returns: "nothing" },
  calls: {
    schedule: (call, model) => job(call, model, 1),
    // The name stands first, where there is one.
    scheduleJob: (call, model) => {
      const named = call.argument(1)?.kind !== "function" && call.functions(2).length > 0;
      job(call, model, named ? 2 : 1);
    },
    "CronJob|Cron": (call, model) => job(call, model, 1),
    // Elysia's plugin: https://elysiajs.com/plugins/cron
    cron: (call, model) => {
      const handler = call.option(0, "run");
      if (!handler) return;
      model.entryPoint({
        kind: "schedule",
        path: call.terms.text(call.option(0, "pattern")) ?? "*",
        handlers: [call.terms.handler(handler, call.terms.text(call.option(0, "name")) ?? "run")],
        delivery: { by: "schedule" },
        detached: true,
      });
    },
    "CronJob.from": (call, model) => {
      const handler = call.option(0, "onTick");
      const time = call.option(0, "cronTime");
      if (!handler) return;
      model.entryPoint({
        kind: "schedule",
        path: time?.kind === "literal" ? String(time.value) : "*",
        handlers: [{ term: handler, place: call.place, name: "onTick" }],
        detached: true,
      });
    },
  },
});

/** `cron.schedule("0 3 * * *", task)`, `new CronJob("0 3 * * *", task)`. */
function job(call: RegisterCall, model: Registry, position: number): void {
  const [handler] = call.functions(position);
  if (!handler) return;
  model.entryPoint({
    kind: "schedule",
    path: call.texts(position - 1) ?? "*",
    handlers: [handler],
    delivery: { by: "schedule" },
    detached: true,
  });
}
