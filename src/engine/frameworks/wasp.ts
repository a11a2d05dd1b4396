// https://wasp.sh/docs/data-model/operations/overview · https://wasp.sh/docs/advanced/apis · https://wasp.sh/docs/advanced/jobs · https://wasp.sh/docs/api/@wasp.sh/spec/functions/api
import type { Term } from "../model/term.ts";
import {
  type DocumentView,
  defineFramework,
  type HandlerShape,
  type ParameterShape,
  type RegisterCall,
  type Registry,
  type TermView,
} from "./define-framework.ts";
import { readWasp, type WaspDeclaration } from "./reading/wasp-file.ts";

export default defineFramework({
  title: "Wasp",
  packages: ["@wasp.sh/spec", "wasp-config", "wasp"],
  receivers: ["", "new App()"],
  handler: { parameters: ["body", "context"], returns: "response" },
  members: { "context.user": "identity" },
  errors: { "new HttpError()": 500 },
  calls: {
    // `action(createTask, { entities: ["Task"] })`; before, `app.action("createTask", { fn: { import, from } })`.
    "action|query|job": (call, model) => {
      if (call.argument(0)?.kind === "literal") return named(call, model);
      const run = call.argument(0);
      const options = call.argument(1);
      if (!run) return;
      const entities = call.terms
        .items(call.terms.member(options, "entities"))
        .flatMap((one) => call.terms.text(one) ?? []);
      const schedule = call.terms.text(call.terms.member(call.terms.member(options, "schedule"), "cron"));
      register(model, call.terms, { kind: kindOf(call.method), name: "", entities, schedule, run });
    },
    api: (call, model) => {
      if (call.arguments.length < 3) return named(call, model);
      const [method, path, run] = [call.text(0), call.text(1), call.argument(2)];
      const entities = call.terms.items(call.option(3, "entities")).flatMap((one) => call.terms.text(one) ?? []);
      if (run) register(model, call.terms, { kind: "api", name: "", entities, method, path, run });
    },
  },
  documents: { matches: (path) => /(?:^|\/)[\w-]*\.wasp$/.test(path), visit: visitFile },
});

interface Declared {
  readonly kind: WaspDeclaration["kind"];
  readonly name: string;
  readonly entities: readonly string[];
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly schedule?: string | undefined;
  readonly run: Term;
}

function kindOf(method: string): WaspDeclaration["kind"] {
  return method === "query" || method === "job" ? method : "action";
}

/** `action createTask { fn: import { createTask } from "@src/actions", entities: [Task] }`. */
function visitFile(document: DocumentView, model: Registry, terms: TermView): void {
  const folder = document.path.slice(0, document.path.lastIndexOf("/") + 1);
  for (const declared of readWasp(document.text)) {
    const run = imported(terms, folder, declared.from, declared.imported);
    if (run) register(model, terms, { ...declared, run });
  }
}

/** `app.api("stripe", { fn: { import: "hook", from: "@src/hooks" }, httpRoute: { method: "POST", route: "/hook" } })`. */
function named(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const options = call.argument(1);
  const fn = terms.member(options, "fn") ?? terms.member(terms.member(options, "perform"), "fn");
  const from = terms.text(terms.member(fn, "from"));
  const name = terms.text(terms.member(fn, "import")) ?? "default";
  const folder = call.place.file.slice(0, call.place.file.lastIndexOf("/") + 1);
  const run = from === undefined ? undefined : imported(terms, folder, from, name);
  if (!run) return;
  const route = terms.member(options, "httpRoute");
  register(model, terms, {
    kind: call.method === "api" ? "api" : kindOf(call.method),
    name: call.text(0) ?? name,
    entities: terms.items(terms.member(options, "entities")).flatMap((one) => terms.text(one) ?? []),
    method: terms.text(terms.member(route, "method")),
    path: terms.text(terms.member(route, "route")),
    schedule: terms.text(terms.member(terms.member(options, "schedule"), "cron")),
    run,
  });
}

/** `@src/orders` is `src/orders`, `@server/orders` of older projects `src/server/orders`. */
function imported(terms: TermView, folder: string, from: string, name: string): Term | undefined {
  const path = `${folder}${from.replace(/^@server\//, "src/server/").replace(/^@src\//, "src/")}`.replace(
    /\.[jt]sx?$/,
    "",
  );
  const file = terms.file(["ts", "tsx", "js", "jsx"].flatMap((one) => [`${path}.${one}`, `${path}/index.${one}`]));
  return file === undefined ? undefined : terms.exported(file, name);
}

function register(model: Registry, terms: TermView, declared: Declared): void {
  const { kind, run } = declared;
  const handler = terms.handler(run, declared.name);
  const name = declared.name === "" ? handler.name : declared.name;
  const context = contextOf(terms, declared.entities);
  const at = { place: handler.place, detached: true };
  const operation: HandlerShape = { parameters: ["body", context], returns: "response" };
  if (kind === "api") {
    const shape: HandlerShape = { parameters: ["request", "response", context], returns: "nothing" };
    const handlers = [{ ...handler, framework: "express", shape }];
    model.entryPoint({
      kind: "http",
      method: declared.method ?? "ALL",
      path: declared.path ?? "/*",
      handlers,
      handler: shape,
      ...at,
    });
  } else if (kind === "job") {
    const path = declared.schedule ?? name;
    const delivery = { by: declared.schedule === undefined ? "queue" : "schedule" } as const;
    const shape: HandlerShape = { parameters: ["message", context], returns: "nothing" };
    model.entryPoint({
      kind: declared.schedule === undefined ? "queue" : "schedule",
      path,
      handlers: [handler],
      handler: shape,
      delivery,
      ...at,
    });
  } else {
    const method = kind === "query" ? "QUERY" : "MUTATION";
    model.entryPoint({ kind: "rpc", method, path: name, handlers: [handler], handler: operation, ...at });
  }
}

/** `context.user`, and a delegate of Prisma for every entity that is declared: `context.entities.Task`. */
function contextOf(terms: TermView, entities: readonly string[]): ParameterShape {
  const site = { file: "", at: [0, 0] as const };
  const client = terms.external("@prisma/client", ["new PrismaClient()"], terms.literal("wasp"), site);
  const delegates = entities.map((name) => [name, delegate(terms, client, name)] as const);
  return {
    of: "context",
    fields: { user: "identity", entities: { term: terms.object(Object.fromEntries(delegates)) } },
  };
}

function delegate(terms: TermView, client: Term, name: string): Term {
  return terms.member(client, `${name.charAt(0).toLowerCase()}${name.slice(1)}`) ?? client;
}
