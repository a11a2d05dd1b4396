// https://nodecron.com/api-reference.html · https://www.npmjs.com/package/cron · https://github.com/node-schedule/node-schedule
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";

export default defineFramework({
  title: "node-cron, cron, node-schedule, croner, toad-scheduler, Elysia's cron",
  packages: ["node-cron", "cron", "node-schedule", "croner", "toad-scheduler", "@elysiajs/cron"],
  receivers: [""],
  handler: { parameters: [], returns: "nothing" },
  calls: {
    // https://nodecron.com/api-reference.html#cron-createtask
    "schedule|createTask": (call, model) => job(call, model, 1),
    // The name stands first, where there is one.
    scheduleJob: (call, model) => {
      const named = call.argument(1)?.kind !== "function" && call.functions(2).length > 0;
      job(call, model, named ? 2 : 1);
    },
    "CronJob|Cron": (call, model) => {
      const task = taskOf(call.argument(1));
      if (task) planned(call, model, task, call.terms.text(call.option(0, "cronExpression")));
      else job(call, model, 1);
    },
    // https://github.com/kibertoad/toad-scheduler#usage
    "SimpleIntervalJob|LongIntervalJob": (call, model) => {
      const task = taskOf(call.argument(1));
      const every = call.terms
        .fields(call.argument(0))
        .flatMap(({ name, value }) =>
          value.kind === "literal" && typeof value.value === "number" ? `${value.value} ${name}` : [],
        );
      if (task) planned(call, model, task, every.length > 0 ? `every ${every.join(" ")}` : undefined);
    },
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

/** The function of `new Task("name", run)` and `new AsyncTask("name", run)`. */
function taskOf(term: Term | undefined): Term | undefined {
  if (term?.kind !== "external" || !/^new (?:Async)?Task\(\)$/.test(term.path.at(-1) ?? "")) return undefined;
  return term.arguments?.[1];
}

function planned(call: RegisterCall, model: Registry, task: Term, path: string | undefined): void {
  const handlers = [call.terms.handler(task, "task")];
  model.entryPoint({ kind: "schedule", path: path ?? "*", handlers, delivery: { by: "schedule" }, detached: true });
}

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
