// https://github.com/breejs/bree#instance-options
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Bree",
  packages: ["bree"],
  receivers: [""],
  handler: { parameters: [], returns: "nothing" },
  calls: { "Bree|default": jobs },
});

/** `new Bree({ jobs: [{ name: "mail", cron: "0 3 * * *", path: fn }] })`. Jobs of a name are files, run as a process of their own. */
function jobs(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  for (const job of terms.items(call.option(0, "jobs"))) {
    const name = terms.text(terms.member(job, "name")) ?? terms.text(job) ?? "*";
    const when = terms.text(terms.member(job, "cron")) ?? terms.text(terms.member(job, "interval")) ?? name;
    const run = terms.member(job, "path");
    if (run?.kind === "function") consume(model, { kind: "schedule", path: when, handler: terms.handler(run, name) });
  }
}
