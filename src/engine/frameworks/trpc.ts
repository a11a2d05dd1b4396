// https://trpc.io/docs/server/routers · /server/procedures · /server/middlewares · /server/context · /server/server-side-calls · https://trpc.io/docs/v9/router
import type { Place, Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { tellTrpcContext } from "./reading/trpc-context.ts";

const METHODS: Readonly<Record<string, string>> = {
  query: "QUERY",
  mutation: "MUTATION",
  subscription: "SUBSCRIPTION",
};

/** What middleware and resolvers take: one object. */
const OPTIONS = {
  parameters: [
    {
      fields: {
        ctx: "context",
        input: "arguments",
        rawInput: "arguments",
        next: "next",
        getRawInput: "context.getRawInput",
        signal: "context.signal",
      },
    },
  ],
  returns: "response",
} as const;

export default defineFramework({
  title: "tRPC",
  packages: ["@trpc/server", "@hono/trpc-server", "trpc-koa-adapter"],
  receivers: ["initTRPC.**.create()", "router()", ""],
  handler: OPTIONS,
  members: {
    "context.session": "session",
    "context.user": "identity",
    "context.userId": "identity",
    "context.auth": "identity",
    "context.req": "request",
    "context.headers": "headers",
    "request.headers": "headers",
    "request.cookies": "cookies",
  },
  methods: { "context.getRawInput": "arguments", "headers.get": "headers" },
  next: "context",
  composes: /Procedure\b|\bcreateTRPCRouter\b|\b[rR]outer\s*\(\s*\{/,
  wrappers: { "initTRPC.create().middleware()": 0, "initTRPC.context().create().middleware()": 0 },
  calls: {
    "router|createTRPCRouter": (call, model) => group(call, model.on(call.result), call.argument(0)),
    mergeRouters: (call, model) => {
      for (const router of call.terms.items(call.terms.array(call.arguments)))
        model.on(call.result).mount({ path: "", router });
    },
    // Version 9: `trpc.router().query("list", { resolve }).merge("orders.", orders)`.
    "query|mutation|subscription": (call, model) => {
      const name = call.text(0);
      const resolve = call.option(1, "resolve");
      if (name === undefined || !resolve) return;
      const input = call.option(1, "input");
      entry(
        model,
        METHODS[call.method] ?? "QUERY",
        name,
        [...(input ? [validation(call, input)] : []), call.terms.handler(resolve, name)],
        call.place,
      );
    },
    merge: (call, model) => {
      const prefix = call.text(0);
      const router = call.argument(prefix === undefined ? 0 : 1);
      if (router) model.mount({ path: prefix ?? "", router });
    },
    // https://trpc.io/docs/server/context#setting-up-the-context
    "initTRPC.**.context": (call, model) => {
      const typed = call.argument(0);
      if (typed) model.promisedContext(typed);
    },
    middleware: (call, model) => model.middleware({ handlers: call.functions(0) }),
    // They give the router back.
    "transformer|formatError": () => {},
    "procedure.**.query|mutation|subscription|use|input|output|meta|concat": () => {},
    "fetchRequestHandler|createNextApiHandler|createExpressMiddleware|createHTTPServer|createHTTPHandler|awsLambdaRequestHandler|applyWSSHandler|nodeHTTPRequestHandler|trpcServer|createKoaMiddleware":
      (call, model) => tellTrpcContext(call, model, call.option(0, "createContext")),
  },
});

/** `router({ orders: { list: procedure.query(…) }, users })`. */
function group(call: RegisterCall, model: Registry, routes: Term | undefined): void {
  for (const { name, value } of call.terms.fields(routes)) place(call, model, name, value);
}

function place(call: RegisterCall, model: Registry, name: string, value: Term): void {
  const { terms } = call;
  for (const item of terms.items(value)) {
    if (item.kind === "object") {
      const inner = model.on(terms.array([call.result, terms.literal(name), item]));
      model.mount({ path: `${name}.`, router: terms.array([call.result, terms.literal(name), item]) });
      group(call, inner, item);
      continue;
    }
    if (item.kind !== "external") continue;
    const last = (item.path.at(-1) ?? "").replace(/\(\)$/, "");
    const method = item.path.includes("procedure") ? METHODS[last] : undefined;
    if (method) {
      entry(model, method, name, procedureChain(call, item, name));
      continue;
    }
    if (last === "lazy" || last === "experimental_lazy") {
      const loaded = item.arguments?.[0] && terms.result(item.arguments[0], []);
      const router = loaded?.kind === "module" ? onlyRouter(terms, loaded.file) : loaded;
      if (router) model.mount({ path: `${name}.`, router });
      continue;
    }
    model.mount({ path: `${name}.`, router: item });
  }
}

/** `lazy(() => import("./orders"))`: the file's default export, or its only one. */
function onlyRouter(terms: TermView, file: string): Term | undefined {
  const exports = terms.exports(file);
  const named = exports.find(({ name }) => name === "default") ?? (exports.length === 1 ? exports[0] : undefined);
  return named?.value;
}

function entry(
  model: Registry,
  method: string,
  name: string,
  handlers: readonly Handler[],
  place: Place | undefined = handlers.at(-1)?.place,
): void {
  if (handlers.length === 0) return;
  model.entryPoint({ kind: "rpc", method, path: name, handlers, dotted: true, ...(place ? { place } : {}) });
}

/** Middleware and input schemas of a procedure in the order in which they run, its resolver last. */
function procedureChain(call: RegisterCall, procedure: Term, name: string): readonly Handler[] {
  const { terms } = call;
  const handlers: Handler[] = [];
  for (let current: Term | undefined = procedure; current?.kind === "external"; current = current.base) {
    const step = current.path.at(-1);
    const [argument] = current.arguments ?? [];
    if (!argument) continue;
    if (step === "use()" || step === "unstable_pipe()") handlers.unshift(...middlewareOf(call, argument));
    else if (step === "input()") handlers.unshift({ ...validation(call, argument), place: current.site ?? call.place });
    else if (step === "concat()") handlers.unshift(...procedureChain(call, argument, name));
    else if (step && METHODS[step.replace(/\(\)$/, "")]) handlers.push(terms.handler(argument, name));
  }
  return handlers;
}

/** `t.middleware(fn)` and what is piped to it, or the function itself. */
function middlewareOf(call: RegisterCall, term: Term): readonly Handler[] {
  const options = call.terms.alternatives(term);
  const readable = options.filter(({ kind }) => kind !== "unknown" && kind !== "global");
  const ways = (readable.length > 0 ? readable : options).map((one) => pipedIn(call, one));
  // Of two that a setting chooses from, one adds something to the other: `isTraced ? traced.unstable_pipe(auth) : auth`.
  const whole = ways.find((way) => ways.some((other) => other !== way && other.every((step) => has(way, step))));
  return whole ?? ways.reduce((least, way) => (way.length < least.length ? way : least));
}

function has(way: readonly Handler[], step: Handler): boolean {
  return way.some(({ term }) => term === step.term);
}

function pipedIn(call: RegisterCall, term: Term): readonly Handler[] {
  if (term.kind !== "external") return [call.terms.handler(term)];
  const last = term.path.at(-1);
  const [argument] = term.arguments ?? [];
  if (last === "unstable_pipe()" && term.base && argument)
    return [...middlewareOf(call, term.base), ...middlewareOf(call, argument)];
  return last === "middleware()" && argument ? [call.terms.handler(argument)] : [call.terms.handler(term)];
}

function validation(call: RegisterCall, schema: Term): Handler {
  return { ...call.terms.handler(schema, "input"), place: call.place, guard: "validation" };
}
