// https://worker.graphile.org/docs/library/run · https://worker.graphile.org/docs/tasks (25 attempts where nothing else is said) · https://github.com/jbielick/faktory_worker_node
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Graphile Worker, Faktory",
  packages: ["graphile-worker", "faktory-worker"],
  receivers: ["", "default"],
  handler: { parameters: ["message", "job"], returns: "nothing" },
  calls: {
    "run|runOnce|runMigrations": tasks,
    register: (call, model) => {
      const [handler] = call.functions(1);
      if (handler) consume(model, { kind: "queue", path: call.text(0) ?? "*", handler, identities: ["job.jid"] });
    },
  },
});

/** `run({ taskList: { send_receipt: async (payload, helpers) => … } })`. */
function tasks(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const list = call.option(0, "taskList") ?? call.argument(1);
  for (const { name, value } of terms.fields(list))
    consume(model, { kind: "queue", path: name, handler: terms.handler(value, name), identities: ["job.id"] });
}
