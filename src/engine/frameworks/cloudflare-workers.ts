// https://developers.cloudflare.com/workers/runtime-apis/handlers/ · https://developers.cloudflare.com/queues/configuration/batching-retries/ (3 retries where nothing else is said)
import type { FileFacts } from "../facts/file-facts.ts";
import type { Term } from "../model/term.ts";
import { bindingsOf } from "./cloudflare/bindings.ts";
import { wranglerOf } from "./cloudflare/wrangler.ts";
import {
  defineFramework,
  type FileView,
  type HandlerShape,
  type ParameterShape,
  type Registry,
  type TermView,
} from "./define-framework.ts";
import { registerFetch } from "./reading/fetch-handler.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";

const FETCH: readonly ParameterShape[] = ["request", "context.env", "context"];
/** A worker has one function for all its queues, and one for all its times: each entry point knows which one it is. */
const shape = (first: "message" | "job", told: Readonly<Record<string, Term>>): HandlerShape => ({
  parameters: [
    {
      of: first,
      fields: Object.fromEntries(
        Object.entries(told).map(([name, term]): [string, ParameterShape] => [name, { term }]),
      ),
    },
    "context.env",
    "context",
  ],
  returns: "response",
});

export default defineFramework({
  title: "Cloudflare Workers",
  packages: ["cloudflare:workers", "@cloudflare/workers-types"],
  receivers: [],
  handler: { parameters: FETCH, returns: "response" },
  members: { "request.headers": "headers", "request.url": "query", "message.messages": "message" },
  methods: FETCH_METHODS,
  // https://developers.cloudflare.com/workflows/build/workers-api/#step
  memoised: { "context.do": 1 },
  environment: bindingsOf,
  words: [
    "ExportedHandler",
    "ScheduledController",
    "MessageBatch",
    "fetch(request, env",
    "fetch(request: Request, env",
    "fetch(req, env",
    "scheduled(event",
    "scheduled(controller",
    "queue(batch",
  ],
  files: {
    matches: () => false,
    recognises: (facts) => exportsHandlers(facts) || facts.classes.some(isWorkflow),
    visit,
  },
});

function visit(file: FileView, model: Registry, terms: TermView): void {
  for (const { term } of file.exports.values()) visitWorkflow(file, model, terms, term);
  const worker = file.exports.get("default")?.term;
  if (worker?.kind !== "object") return;
  const settings = wranglerOf(terms, file.path);
  for (const { name, value } of terms.fields(worker)) {
    const handler = terms.handler(value, name);
    const at = { handlers: [handler], place: handler.place, detached: true };
    if (name === "fetch" && value.kind === "function") registerFetch(model, terms, handler, FETCH.slice(1));
    for (const queue of name === "queue" ? settings.queues : [])
      model.entryPoint({
        ...at,
        kind: "queue",
        path: queue.name,
        handler: shape("message", queue.name === "*" ? {} : { queue: terms.literal(queue.name) }),
        delivery: {
          by: "queue",
          identities: ["message.id"],
          ...(queue.retries === undefined ? {} : { attempts: queue.retries + 1 }),
        },
      });
    for (const cron of name === "scheduled" ? settings.crons : [])
      model.entryPoint({
        ...at,
        kind: "schedule",
        path: cron,
        handler: shape("job", cron === "*" ? {} : { cron: terms.literal(cron) }),
        delivery: { by: "schedule" },
      });
    if (name === "email")
      model.entryPoint({
        ...at,
        kind: "event",
        path: "email",
        handler: shape("message", {}),
        delivery: { by: "platform" },
      });
  }
}

/** `class Orders extends WorkflowEntrypoint { async run(event, step) { … } }`: an instance that failed goes on where it stood. */
function isWorkflow({ extends: parent }: FileFacts["classes"][number]): boolean {
  return parent?.kind === "name" && parent.name === "WorkflowEntrypoint";
}

function visitWorkflow(file: FileView, model: Registry, terms: TermView, of: Term): void {
  const found = of.kind === "class" && of.file === file.path ? file.facts.classes[of.index] : undefined;
  const run = found && isWorkflow(found) ? terms.member(terms.instance(of), "run") : undefined;
  if (run?.kind !== "function") return;
  const name = found?.name ?? "*";
  const handler = terms.handler(run, `${name}.run`);
  model.entryPoint({
    kind: "queue",
    path: wranglerOf(terms, file.path).workflows.get(name) ?? name,
    handlers: [handler],
    handler: { parameters: [{ fields: { payload: "message", instanceId: "job.id" } }, "context"], returns: "nothing" },
    delivery: { by: "queue", identities: ["job.id"] },
    place: handler.place,
    detached: true,
  });
}

/** An object with one of the handlers stands at the top of the file: `export default { fetch, queue, scheduled }`. */
function exportsHandlers(facts: FileFacts): boolean {
  if (!facts.exports.some(({ name }) => name === "default")) return false;
  return (
    facts.functions[0]?.body.some((statement) => {
      let value = statement.kind === "declare" ? statement.value : undefined;
      while (value?.kind === "cast") value = value.value;
      return value?.kind === "object" && value.fields?.some(({ key }) => HANDLERS.has(key ?? "")) === true;
    }) === true
  );
}

const HANDLERS = new Set(["fetch", "queue", "scheduled", "email"]);
