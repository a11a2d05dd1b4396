// https://docs.temporal.io/develop/typescript/core-application · https://typescript.temporal.io/api/interfaces/worker.WorkerOptions · /interfaces/common.RetryPolicy
import type { Term } from "../model/term.ts";
import {
  type Dispatched,
  type DispatchingCall,
  defineFramework,
  type Program,
  type Registry,
} from "./define-framework.ts";
import { consume, numberOf, optionAt } from "./reading/jobs.ts";
import { namedFile } from "./reading/processor-file.ts";

export default defineFramework({
  title: "Temporal worker",
  packages: ["@temporalio/worker", "@temporalio/workflow", "@temporalio/activity"],
  receivers: [""],
  handler: { parameters: ["message", "message", "message"], returns: "nothing" },
  calls: {
    "Worker.create|proxyActivities|proxyLocalActivities": (call, model) => {
      const options = call.argument(0);
      if (!options) return;
      model.on(call.result).keep(call.method, options);
      // A path is meant from the file that it stands in.
      const workflows = namedFile(call.terms, call.option(0, "workflowsPath"));
      if (workflows !== undefined) model.on(call.result).keep("workflows", call.terms.literal(workflows));
    },
  },
  dispatch: runActivities,
  assemble: registerWorkers,
});

const ACTIVITIES = /(?:^|[/.-])activit(?:y|ies)(?:[/.-]|$)/i;

/**
 * `const { charge } = proxyActivities<typeof activities>(…)`: what the workflow calls is the activity of this name, whose
 * result is remembered when the workflow runs again. https://docs.temporal.io/develop/typescript/core-application#activity-execution
 */
function runActivities({ terms }: Program): (call: DispatchingCall) => Dispatched | undefined {
  let known: ReadonlyMap<string, Term | "several"> | undefined;
  return ({ path }) => {
    const name = /^proxy(?:Local)?Activities\(\)\.(\w+)$/.exec(path)?.[1];
    if (name === undefined) return undefined;
    known ??= activitiesByName(program(terms));
    const run = known.get(name);
    return run === undefined || run === "several" ? undefined : { run, memoised: true };
  };
}

type Terms = Program["terms"];

function program(terms: Terms): readonly { readonly name: string; readonly value: Term }[] {
  return [...terms.paths()]
    .filter(
      (path) => /\.[cm]?[jt]s$/.test(path) && ACTIVITIES.test(path) && !/\.(?:test|spec|d)\.[cm]?[jt]s$/.test(path),
    )
    .flatMap((path) => terms.exports(path))
    .flatMap(({ name, value }) => [{ name, value }, ...madeBy(terms, value)]);
}

/** `export const createActivities = (db) => ({ async charge() { … } })`. */
function madeBy(terms: Terms, value: Term): readonly { readonly name: string; readonly value: Term }[] {
  return terms.fields(value.kind === "function" ? terms.result(value, []) : value);
}

function activitiesByName(
  found: readonly { readonly name: string; readonly value: Term }[],
): ReadonlyMap<string, Term | "several"> {
  const known = new Map<string, Term | "several">();
  for (const { name, value } of found) {
    if (value.kind !== "function") continue;
    const before = known.get(name);
    known.set(name, before === undefined || isSame(before, value) ? value : "several");
  }
  return known;
}

function isSame(before: Term | "several", value: Term): boolean {
  if (before === "several" || before.kind !== "function" || value.kind !== "function") return false;
  return before.function.file === value.function.file && before.function.index === value.function.index;
}

/**
 * The worker's workflows, and its activities. An activity is tried again until it succeeds, unless every workflow that calls
 * activities says otherwise; a workflow is not, unless whoever starts it says so.
 */
function registerWorkers(found: Program, model: Registry): void {
  const { terms } = found;
  const policies = found.receivers
    .map((receiver) => model.on(receiver).kept("proxyActivities"))
    .filter((options) => options !== undefined)
    .map((options) => numberOf(optionAt(terms, options, ["retry", "maximumAttempts"])));
  const attempts = policies.every((policy) => policy === policies[0]) ? policies[0] : undefined;
  for (const receiver of found.receivers) {
    const options = model.on(receiver).kept("create");
    if (!options) continue;
    const queue = terms.text(terms.member(options, "taskQueue")) ?? "*";
    const activities = terms.member(options, "activities");
    const list = activities?.kind === "module" ? terms.exports(activities.file) : terms.fields(activities);
    for (const { name, value } of list) {
      const handler = terms.handler(value, name);
      consume(model, { kind: "queue", path: `${queue}/${name}`, handler, attempts, place: handler.place });
    }
    const workflows = terms.text(model.on(receiver).kept("workflows"));
    for (const { name, value } of workflows === undefined ? [] : terms.exports(workflows)) {
      if (value.kind !== "function") continue;
      const handler = terms.handler(value, name);
      consume(model, { kind: "queue", path: `${queue}/${name}`, handler, attempts: 1, place: handler.place });
    }
  }
}
