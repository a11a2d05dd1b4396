// https://docs.temporal.io/develop/typescript/core-application · https://typescript.temporal.io/api/interfaces/worker.WorkerOptions · /interfaces/common.RetryPolicy
import { defineFramework, type Program, type Registry } from "./define-framework.ts";
import { consume, numberOf, optionAt } from "./reading/jobs.ts";

export default defineFramework({
  title: "Temporal worker",
  packages: ["@temporalio/worker", "@temporalio/workflow", "@temporalio/activity"],
  receivers: [""],
  handler: { parameters: ["message", "message", "message"], returns: "nothing" },
  calls: {
    "Worker.create|proxyActivities|proxyLocalActivities": (call, model) => {
      const options = call.argument(0);
      if (options) model.on(call.result).keep(call.method, options);
    },
  },
  assemble: registerActivities,
});

/** An activity is tried again until it succeeds, unless every workflow that calls activities says otherwise. */
function registerActivities(program: Program, model: Registry): void {
  const { terms } = program;
  const policies = program.receivers
    .map((receiver) => model.on(receiver).kept("proxyActivities"))
    .filter((options) => options !== undefined)
    .map((options) => numberOf(optionAt(terms, options, ["retry", "maximumAttempts"])));
  const attempts = policies.every((policy) => policy === policies[0]) ? policies[0] : undefined;
  for (const receiver of program.receivers) {
    const options = model.on(receiver).kept("create");
    if (!options) continue;
    const queue = terms.text(terms.member(options, "taskQueue")) ?? "*";
    const activities = terms.member(options, "activities");
    const list = activities?.kind === "module" ? terms.exports(activities.file) : terms.fields(activities);
    for (const { name, value } of list) {
      const handler = terms.handler(value, name);
      consume(model, { kind: "queue", path: `${queue}/${name}`, handler, attempts, place: handler.place });
    }
  }
}
