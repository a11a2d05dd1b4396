// https://docs.convex.dev/functions · /functions/http-actions · /scheduling/cron-jobs · https://github.com/get-convex/convex-helpers#custom-functions
import type { Term } from "../model/term.ts";
import { contextOf, type FunctionKind, functionAt, readFunction, refersTo } from "./convex/functions.ts";
import { defineFramework, type FileView, type Handler, type Registry, type TermView } from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";

/** Contexts as the library and the generated files name their types. */
const CONTEXTS = ["Query", "Mutation", "Action"].flatMap((kind) => [`new ${kind}Ctx()`, `new Generic${kind}Ctx()`]);

export default defineFramework({
  title: "Convex",
  packages: ["convex/server", "convex-helpers"],
  receivers: ["httpRouter()", "cronJobs()"],
  words: ["_generated/server"],
  handler: { parameters: [], returns: "response" },
  members: { "request.headers": "headers" },
  methods: { ...FETCH_METHODS, "headers.get": "headers" },
  values: Object.fromEntries(
    [...CONTEXTS.map((context) => `${context}.auth`), "new Auth()"].map((auth) => [
      `${auth}.getUserIdentity`,
      "identity" as const,
    ]),
  ),
  wrappers: { "httpAction()": 0, "httpActionGeneric()": 0 },
  errors: { "new ConvexError()": 400 },
  calls: {
    route: (call, model) => {
      const path = call.terms.text(call.option(0, "path"));
      const prefix = call.terms.text(call.option(0, "pathPrefix"));
      const handler = call.option(0, "handler");
      if (!handler) return;
      model.entryPoint({
        kind: "http",
        method: call.terms.text(call.option(0, "method")) ?? "ALL",
        path: path ?? (prefix === undefined ? undefined : `${prefix}*`),
        handlers: [call.terms.handler(handler)],
        handler: {
          parameters: [{ term: contextOf(call.terms, "action") }, "request"],
          returns: "response",
        },
        place: call.place,
      });
    },
    "interval|cron|hourly|daily|weekly|monthly": (call, model) => {
      const reference = call.argument(2);
      const file = reference && functionAt(call.terms, reference);
      const found = file && readFunction(call.terms, file.value);
      if (!found) return;
      const cron = call.method === "cron" ? call.text(1) : undefined;
      model.entryPoint({
        kind: "schedule",
        path: cron ?? `${call.method} ${call.text(0) ?? ""}`.trim(),
        handlers: found.handlers.filter((handler) => handler.guard !== "validation"),
        handler: found.shape,
        delivery: { by: "schedule" },
        place: call.place,
      });
    },
  },
  files: {
    matches: (path) => /(?:^|\/)convex\/(?!_generated\/).+\.[cm]?[jt]sx?$/.test(path),
    visit: visitFunctions,
  },
  dispatch: ({ terms }) => {
    const known = new Map<Term, ReturnType<typeof functionAt>>();
    return ({ path, arguments: [reference, given] }) => {
      if (!reference || !/Ctx\(\)\.run(?:Query|Mutation|Action)$/.test(path) || !refersTo(reference)) return undefined;
      if (!known.has(reference)) known.set(reference, functionAt(terms, reference));
      const target = known.get(reference);
      const found = target && readFunction(terms, target.value);
      const handler = found?.handlers.at(-1)?.term;
      if (!found || !handler) return undefined;
      const transaction = found.kind === "mutation" ? { transaction: true as const } : {};
      return { run: handler, arguments: [found.context, given ?? terms.object({})], ...transaction };
    };
  },
});

const METHODS: Readonly<Record<FunctionKind, string>> = { query: "QUERY", mutation: "MUTATION", action: "ACTION" };

/** Every exported function can be called by its path from outside, those that are `internal` by other functions alone. */
function visitFunctions(file: FileView, model: Registry, terms: TermView): void {
  const module = file.path.replace(/^(?:.*\/)?convex\//, "").replace(/\.[^.]+$/, "");
  for (const [name, exported] of file.exports) {
    const found = readFunction(terms, exported.term);
    if (!found) continue;
    const path = [...module.split("/"), name].join(".");
    const place = exported.place;
    const handlers: readonly Handler[] = found.handlers.map((handler, index) =>
      index === found.handlers.length - 1 ? { ...handler, name: handler.name || name } : handler,
    );
    const common = { path, handlers, handler: found.shape, place, dotted: true } as const;
    if (found.internal) {
      if (found.kind !== "query") model.entryPoint({ kind: "event", ...common, delivery: { by: "internal" } });
    } else model.entryPoint({ kind: "rpc", method: METHODS[found.kind], ...common });
  }
}
