// https://github.com/agenda/agenda#defining-job-processors · https://github.com/agenda/agenda#automatic-retries (a job that fails is not run again unless told to)
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

export default defineFramework({
  title: "Agenda jobs",
  packages: ["agenda", "@hokify/agenda", "agenda-ts"],
  receivers: ["new default()", "new Agenda()"],
  handler: { parameters: ["job", "job.done"], returns: "nothing" },
  members: { "job.attrs.data": "message" },
  // The client is made in a file of its own.
  composes: /\.define\s*\(\s*["'`]/,
  calls: { define },
});

/** `define("send receipt", handler)`, `define("send receipt", options, handler)`, `define(name, handler, options)`. */
function define(call: RegisterCall, model: Registry): void {
  const handler = call.functions(1).find((one) => one.term.kind !== "object");
  if (!handler) return;
  const identities = ["job.attrs._id"];
  for (const path of call.texts(0) ?? ["*"]) consume(model, { kind: "queue", path, handler, identities });
}
