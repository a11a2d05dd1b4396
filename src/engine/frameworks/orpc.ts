// https://orpc.unnoq.com/docs/procedure · /docs/router · /docs/middleware · /docs/context · /docs/rpc-handler · /docs/openapi/openapi-handler · /docs/openapi/routing · /docs/contract-first/implement-contract
import type { Term } from "../model/term.ts";
import {
  defineFramework,
  type Handler,
  type HandlerShape,
  type RegisterCall,
  type Registry,
  type TermView,
} from "./define-framework.ts";

const PROCEDURE: HandlerShape = {
  parameters: [{ fields: { input: "arguments", context: "context", signal: "context.signal" } }],
  returns: "response",
};
const MIDDLEWARE: HandlerShape = {
  parameters: [{ fields: { context: "context", next: "next" } }, "arguments", "response"],
  returns: "response",
};
/** Routers inside routers. */
const MAXIMUM_DEPTH = 8;

export default defineFramework({
  title: "oRPC",
  packages: ["@orpc/server", "@orpc/openapi", "@orpc/contract"],
  receivers: ["new RPCHandler()", "new OpenAPIHandler()", ""],
  handler: PROCEDURE,
  members: {
    "context.headers": "headers",
    "context.reqHeaders": "headers",
    "context.user": "identity",
    "context.session": "session",
    "request.headers": "headers",
  },
  methods: { "headers.get": "headers" },
  next: "context",
  composes: /\.handler\s*\(/,
  calls: {
    "RPCHandler|OpenAPIHandler": (call, model) => {
      const isRest = call.method.endsWith("OpenAPIHandler");
      const router = call.argument(0);
      if (router) place(call, model.on(call.result), isRest, [], router);
    },
    handle: (call, model) => {
      const made = call.receiver.kind === "external" ? (call.receiver.path.at(-1) ?? "") : "";
      const options = call.arguments.at(-1);
      const prefix = call.terms.text(call.terms.member(options, "prefix"));
      // Procedures of the RPC protocol are told by their names, whatever address they are called at.
      if (prefix !== undefined && made === "new OpenAPIHandler()") model.prefix(prefix);
    },
  },
});

/** The procedures of a router, with those of the routers in it. */
function place(call: RegisterCall, model: Registry, isRest: boolean, names: readonly string[], value: Term): void {
  const { terms } = call;
  if (names.length > MAXIMUM_DEPTH) return;
  const inner = routerIn(terms, value);
  if (inner) return place(call, model, isRest, names, inner);
  const chain = chainOf(terms, value);
  if (!chain) {
    for (const field of terms.fields(value)) place(call, model, isRest, [...names, field.name], field.value);
    return;
  }
  const name = names.join(".");
  const handlers = [...chain.ahead, { ...terms.handler(chain.run, name), name }];
  const at = { handlers, place: terms.handler(chain.run).place };
  const method = chain.method ?? "POST";
  if (isRest)
    model.entryPoint({ ...at, kind: "http", method, path: withParameters(chain.path ?? `/${names.join("/")}`) });
  else
    model.entryPoint({ ...at, kind: "rpc", method: method === "GET" ? "QUERY" : "MUTATION", path: name, dotted: true });
}

/** `os.prefix("/v1").router({ … })`, `os.lazy(() => import("./books"))`, a module of procedures. */
function routerIn(terms: TermView, value: Term): Term | undefined {
  if (value.kind === "module")
    return terms.object(Object.fromEntries(terms.exports(value.file).map((found) => [found.name, found.value])));
  if (value.kind !== "external") return undefined;
  const last = value.path.at(-1);
  const [given] = value.arguments ?? [];
  if (last === "router()") return given;
  if (last !== "lazy()" || !given) return undefined;
  const loaded = terms.result(given, []);
  return loaded?.kind === "module" ? (terms.member(loaded, "default") ?? loaded) : loaded;
}

interface Chain {
  readonly run: Term;
  readonly ahead: readonly Handler[];
  readonly method: string | undefined;
  readonly path: string | undefined;
}

/** `os.use(signedIn).route({ method, path }).input(schema).handler(run)`; undefined where it is no procedure. */
function chainOf(terms: TermView, value: Term): Chain | undefined {
  const links: (Term & { readonly kind: "external" })[] = [];
  for (let link: Term | undefined = value; link?.kind === "external"; link = link.base) links.unshift(link);
  const run = links.findLast((link) => link.path.at(-1) === "handler()")?.arguments?.[0];
  if (!run || links[0]?.package.startsWith("@orpc/") !== true) return undefined;
  const contract = contractOf(terms, links);
  const ahead: Handler[] = [];
  let method = contract?.method;
  let path = contract?.path;
  let prefix = "";
  for (const link of links) {
    const [given] = link.arguments ?? [];
    if (!given) continue;
    const step = link.path.at(-1);
    if (step === "use()")
      ahead.push(...middlewareIn(given).map((run) => ({ ...terms.handler(run), shape: MIDDLEWARE })));
    if (step === "input()")
      ahead.push({ ...terms.handler(given, "input"), ...(link.site && { place: link.site }), guard: "validation" });
    if (step === "prefix()") prefix += terms.text(given) ?? "";
    if (step !== "route()") continue;
    method = terms.text(terms.member(given, "method")) ?? method;
    path = terms.text(terms.member(given, "path")) ?? path;
  }
  return { run, ahead, method, path: path === undefined ? undefined : `${prefix}${path}` };
}

/**
 * `os.middleware(run)`, `first.concat(second)`, and either with what OpenAPI says of it: `oo.spec(signedIn, { security })`.
 * https://orpc.unnoq.com/docs/middleware · https://orpc.unnoq.com/docs/openapi/openapi-specification
 */
function middlewareIn(value: Term): readonly Term[] {
  if (value.kind !== "external") return [value];
  const [given] = value.arguments ?? [];
  const step = value.path.at(-1);
  const isSpec = value.path.join(".") === "oo.spec()";
  if (given && (step === "middleware()" || isSpec)) return middlewareIn(given);
  if (value.base && step === "concat()") return [value.base, ...(given ? [given] : [])].flatMap(middlewareIn);
  return value.base && step === "mapInput()" ? middlewareIn(value.base) : [value];
}

/** The route that a contract names: `implement(contract).books.list` follows `contract.books.list`. */
function contractOf(
  terms: TermView,
  links: readonly (Term & { readonly kind: "external" })[],
): { readonly method: string | undefined; readonly path: string | undefined } | undefined {
  const from = links.findIndex((link) => link.path.at(-1) === "implement()");
  let found = links[from]?.arguments?.[0];
  for (const link of from < 0 ? [] : links.slice(from + 1)) {
    const name = link.path.at(-1) ?? "";
    if (!name.endsWith(")")) found = found && terms.member(found, name);
  }
  for (let link = found; link?.kind === "external"; link = link.base) {
    if (link.path.at(-1) !== "route()") continue;
    const [given] = link.arguments ?? [];
    return { method: terms.text(terms.member(given, "method")), path: terms.text(terms.member(given, "path")) };
  }
  return undefined;
}

/** OpenAPI writes parameters as `{id}` and `{+rest}`. */
function withParameters(path: string): string {
  return path.replace(/\{(\+?)([^}]+)\}/g, (_, rest: string, name: string) => `:${name}${rest === "" ? "" : "*"}`);
}
