// https://docs.solidjs.com/solid-start/building-your-application/api-routes · /routing · /solid-start/reference/server/use-server · /solid-start/advanced/middleware
import type { Term } from "../model/term.ts";
import {
  defineFramework,
  type FileView,
  type Handler,
  type HandlerShape,
  type ParameterShape,
  type Registry,
  type TermView,
} from "./define-framework.ts";
import { basePath } from "./reading/config-file.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { VERBS } from "./reading/methods.ts";
import { applicationAt, bracketSegment, joined } from "./reading/route-files.ts";

const ROUTE = /^(.*?)(?:^|\/)src\/routes\/([^+]+)\.[jt]s$/;
const MIDDLEWARE = /^(.*?)(?:^|\/)src\/middleware(?:\/index)?\.[jt]s$/;
const EVENT: HandlerShape = { parameters: ["context"], returns: "response" };
const HOOK: HandlerShape = { parameters: ["context"], returns: "passes" };
const ACTION: HandlerShape = {
  parameters: [0, 1, 2, 3, 4].map((index): ParameterShape => `arguments.${index}`),
  returns: "nothing",
};

export default defineFramework({
  title: "SolidStart",
  packages: ["@solidjs/start", "@solidjs/router", "solid-js/web"],
  receivers: [],
  handler: EVENT,
  members: {
    "context.request": "request",
    "context.params": "params",
    "context.locals": "identity",
    "context.nativeEvent": "context",
    "request.headers": "headers",
    "request.url": "query",
  },
  methods: FETCH_METHODS,
  values: { getRequestEvent: "context" },
  responses: {
    "redirect()": { redirect: true, throws: true },
    "json()": { status: "$1.status", value: "$0" },
  },
  files: {
    matches: (path) => ROUTE.test(path) || MIDDLEWARE.test(path),
    directive: "use server",
    visit: (file, model, terms) => {
      if (isOfSolid(file)) visitServerFunctions(file, model, terms);
      const route = ROUTE.exec(file.path);
      const folder = (route ?? MIDDLEWARE.exec(file.path))?.[1];
      if (folder === undefined || !isSolidStart(terms, folder)) return;
      const application = model.on(applicationAt(terms, "@solidjs/start", folder));
      const base = basePath(terms, folder, "app.config", ["server", "baseURL"]);
      if (base !== "") application.prefix(base);
      if (route) visitRoute(file, application, route[2] ?? "");
      else visitMiddleware(file, application, terms);
    },
  },
});

/** True where the file is written for Solid: "use server" is a word of other frameworks too. */
export function isOfSolid(file: FileView): boolean {
  return file.facts.imports.some(({ module }) => /^(?:@solidjs\/|solid-js\b)/.test(module));
}

function isSolidStart(terms: TermView, folder: string): boolean {
  return terms.read(folder === "" ? "package.json" : `${folder}/package.json`)?.includes('"@solidjs/start"') === true;
}

/** `src/routes/api/orders/[id].ts` is `/api/orders/:id`; each exported verb is a route of its own. */
function visitRoute(file: FileView, model: Registry, name: string): void {
  const path = joined(name.split("/").flatMap(bracketSegment));
  for (const [verb, handler] of file.exports)
    if (VERBS.has(verb))
      model.entryPoint({ kind: "http", method: verb, path, handlers: [handler], place: handler.place });
}

/** `createMiddleware({ onRequest: [first, second] })`. */
function visitMiddleware(file: FileView, model: Registry, terms: TermView): void {
  const made = file.exports.get("default")?.term;
  if (made?.kind !== "external" || made.path.at(-1) !== "createMiddleware()") return;
  const hooks = terms.items(terms.member(made.arguments?.[0], "onRequest"));
  model.middleware({ handlers: hooks.map((hook) => ({ ...terms.handler(hook), shape: HOOK })), everywhere: true });
}

/** Functions that begin with "use server", alone or in `query(…)` and `action(…)`, whose constant names them. */
function visitServerFunctions(file: FileView, model: Registry, terms: TermView): void {
  const named = new Map<Term, string>();
  for (const [name, { term }] of file.exports)
    if (term.kind === "external") for (const argument of term.arguments ?? []) named.set(argument, name);
  const exported = file.facts.directives.includes("use server")
    ? [...file.exports].flatMap(([name, handler]) => (handler.term.kind === "function" ? [{ ...handler, name }] : []))
    : [];
  const marked = file.marked.map((handler): Handler => ({ ...handler, name: named.get(handler.term) ?? handler.name }));
  for (const handler of [...exported, ...marked])
    model.entryPoint({
      kind: "action",
      method: "ACTION",
      path: handler.name,
      handlers: [terms.handler(handler.term, handler.name)].map((one) => ({ ...one, name: handler.name })),
      handler: ACTION,
      place: handler.place,
    });
}
