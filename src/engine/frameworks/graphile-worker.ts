// https://worker.graphile.org/docs/library/run · https://worker.graphile.org/docs/tasks (25 attempts where nothing else is said) · https://worker.graphile.org/docs/cron · https://github.com/jbielick/faktory_worker_node
import type { Place } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { consume } from "./reading/jobs.ts";

const TASK_FILE = /(?:^|\/)tasks\/(.+)\.[cm]?[jt]s$/;

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
  // The command line runs what stands in `tasks/`, each file by its name.
  files: {
    matches: (path) => TASK_FILE.test(path),
    visit: (file, model, terms) => {
      const name = TASK_FILE.exec(file.path)?.[1];
      const handler = file.exports.get("default");
      if (name === undefined || handler?.term.kind !== "function") return;
      if (isWorker(terms, file.path)) task(model, name, handler, handler.place);
    },
  },
});

/** `run({ taskList: { send_receipt: async (payload, helpers) => … } })`, `run({ taskDirectory, crontab })`. */
function tasks(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const list = terms
    .fields(call.option(0, "taskList") ?? call.argument(1))
    .map(({ name, value }) => ({ name, handler: terms.handler(value, name) }));
  const files = taskFiles(terms, call);
  for (const { name, handler } of list) task(model, name, handler, undefined);
  for (const { name, handler } of files) task(model, name, handler, handler.place);
  for (const [, schedule = "", name] of (terms.text(call.option(0, "crontab")) ?? "").matchAll(CRON_LINE)) {
    const handler = [...list, ...files].find((one) => one.name === name)?.handler;
    if (handler) consume(model, { kind: "schedule", path: schedule, handler, place: handler.place });
  }
}

/** `0 4 * * * clean_up ?fill=1d {"all":true}` */
const CRON_LINE = /^[ \t]*(\S+(?:[ \t]+\S+){4})[ \t]+([\w/-]+)/gm;

function task(model: Registry, name: string, handler: Handler, place: Place | undefined): void {
  consume(model, { kind: "queue", path: name, handler, identities: ["job.id"], ...(place && { place }) });
}

/** The program whose folder `tasks` it is depends on the worker. */
function isWorker(terms: TermView, file: string): boolean {
  const folder = /^(.*?)(?:src\/)?tasks\//.exec(file)?.[1] ?? "";
  return /"graphile-worker"\s*:/.test(terms.read(`${folder}package.json`) ?? "");
}

/** `taskDirectory: join(__dirname, "tasks")`: a task's name is its file's, with the folders below. */
function taskFiles(
  terms: TermView,
  call: RegisterCall,
): readonly { readonly name: string; readonly handler: Handler }[] {
  const folder = terms.folder(call.option(0, "taskDirectory"));
  return (folder?.files ?? []).flatMap((file) => {
    const name = file.slice((folder?.path ?? "").length).replace(/^\/|\.[cm]?[jt]s$/g, "");
    const handler = terms.handler(terms.exported(file, "default"), name);
    return handler.term.kind === "function" ? [{ name, handler }] : [];
  });
}
