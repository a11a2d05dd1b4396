// https://tanstack.com/start/latest/docs/framework/react/guide/server-functions · /guide/server-routes · /guide/middleware
import type { Term } from "../model/term.ts";
import {
  defineFramework,
  type Handler,
  type HandlerShape,
  type RegisterCall,
  type Registry,
  type TermView,
} from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { VERBS } from "./reading/methods.ts";

const PACKAGE = /^@tanstack\/(?:react-|solid-|vue-)?(?:start|router)(?:-server)?(?:\/|$)/;
const MIDDLEWARE: HandlerShape = {
  parameters: [
    {
      fields: { next: "next", context: "context", data: "arguments", request: "request", pathname: "request.pathname" },
    },
  ],
  returns: "response",
};
const FUNCTION: HandlerShape = {
  parameters: [{ fields: { data: "arguments", context: "context", signal: "context.signal" } }],
  returns: "nothing",
};
const ROUTE: HandlerShape = {
  parameters: [{ fields: { request: "request", params: "params", context: "context" } }],
  returns: "response",
};

export default defineFramework({
  title: "TanStack Start",
  packages: [
    "@tanstack/react-start",
    "@tanstack/solid-start",
    "@tanstack/start",
    "@tanstack/react-router",
    "@tanstack/solid-router",
  ],
  receivers: ["createServerFn()"],
  handler: FUNCTION,
  members: {
    "context.session": "session",
    "context.user": "identity",
    "request.headers": "headers",
    "request.url": "query",
  },
  methods: FETCH_METHODS,
  values: {
    getRequest: "request",
    getWebRequest: "request",
    getHeaders: "headers",
    getRequestHeaders: "headers",
    getCookie: "cookies",
  },
  responses: {
    "redirect()": { redirect: true },
    "notFound()": { status: "=404" },
    "json()": { status: "$1.status", value: "$0" },
  },
  next: "context",
  calls: {
    "middleware|validator|inputValidator": () => {},
    handler: serverFunction,
  },
  files: {
    matches: () => false,
    recognises: (facts) => facts.imports.some(({ module }) => PACKAGE.test(module)),
    visit: (file, model, terms) => {
      for (const [name, exported] of file.exports)
        if (/Route$/.test(name)) visitRoute(exported.term, model, terms, file.path);
    },
  },
});

/** `createServerFn({ method: "POST" }).middleware([auth]).validator(schema).handler(fn)`. */
function serverFunction(call: RegisterCall, model: Registry): void {
  const [handler] = call.functions(0);
  if (!handler) return;
  const path = call.assignedTo ?? handler.name;
  const handlers = [...ahead(call.terms, call.result), { ...handler, name: path }];
  model.entryPoint({ kind: "action", method: "ACTION", path, handlers, handler: FUNCTION, detached: true });
}

/** Middleware and validators on the way to a call, the first one first. */
function ahead(terms: TermView, made: Term): readonly Handler[] {
  const handlers: Handler[] = [];
  for (let current: Term | undefined = made; current?.kind === "external"; current = current.base) {
    const step = current.path.at(-1);
    const [argument] = current.arguments ?? [];
    if (!argument) continue;
    if (step === "middleware()")
      handlers.unshift(...terms.items(argument).flatMap((item) => middlewareOf(terms, item)));
    if (step === "validator()" || step === "inputValidator()")
      handlers.unshift({ ...terms.handler(argument, "validator"), guard: "validation" });
  }
  return handlers;
}

/** `createMiddleware().middleware([…]).server(fn)`. */
function middlewareOf(terms: TermView, item: Term): readonly Handler[] {
  const handlers: Handler[] = [];
  for (let current: Term | undefined = item; current?.kind === "external"; current = current.base) {
    const [argument] = current.arguments ?? [];
    if (!argument) continue;
    const step = current.path.at(-1);
    if (step === "server()") handlers.push({ ...terms.handler(argument), shape: MIDDLEWARE });
    if (step === "middleware()")
      handlers.unshift(...terms.items(argument).flatMap((inner) => middlewareOf(terms, inner)));
  }
  return handlers;
}

/** A page is loaded on the server first. https://tanstack.com/start/latest/docs/framework/react/guide/execution-model */
function visitPage(model: Registry, terms: TermView, path: string, load: Term): void {
  const run = load.kind === "object" ? terms.member(load, "handler") : load;
  const handler = terms.handler(run ?? load, "loader");
  if (handler.term.kind !== "function") return;
  const segments = path.split("/").filter((segment) => !/^_|^\(.*\)$/.test(segment));
  model.entryPoint({
    kind: "http",
    method: "GET",
    path: segments
      .join("/")
      .replace(/\$(\w+)/g, ":$1")
      .replace(/\$$/, "*"),
    handlers: [handler],
    handler: ROUTE,
    place: handler.place,
  });
}

/** TanStack Router alone loads in the browser; Start loads on the server. */
function isServed(terms: TermView, file: string): boolean {
  const folders = file.split("/").slice(0, -1);
  for (let length = folders.length; length >= 0; length--) {
    const found = terms.file([[...folders.slice(0, length), "package.json"].join("/")]);
    if (found !== undefined) return /"@tanstack\/(?:\w+-)?start"/.test(terms.read(found) ?? "");
  }
  return false;
}

/** `handlers: { GET }`, or `handlers: ({ createHandlers }) => createHandlers({ GET: { middleware, handler } })`. */
function handlerTable(terms: TermView, given: Term | undefined): Term | undefined {
  if (given?.kind !== "function") return given;
  const made = terms.result(given, [{ fields: { createHandlers: "context.createHandlers" } }]);
  return made?.kind === "result" ? made.of.arguments[0] : made?.kind === "unknown" ? made.parts.at(-1) : made;
}

/** `createFileRoute("/api/a")({ server: { handlers: { GET } } })`, `createServerFileRoute("/api/a").methods({ GET })`. */
function visitRoute(route: Term, model: Registry, terms: TermView, file: string): void {
  if (route.kind !== "external" || route.base?.kind !== "external") return;
  const path = terms.text(route.base.arguments?.[0]);
  const [options] = route.arguments ?? [];
  if (path === undefined || !options) return;
  const server = terms.member(options, "server");
  const load = terms.member(options, "loader") ?? terms.member(options, "beforeLoad");
  if (load && isServed(terms, file)) visitPage(model, terms, path, load);
  const table = handlerTable(terms, terms.member(server, "handlers")) ?? options;
  const before = terms.items(terms.member(server, "middleware")).flatMap((item) => middlewareOf(terms, item));
  for (const { name, value } of terms.fields(table)) {
    const method = name === "ANY" ? "ALL" : name;
    if (method !== "ALL" && !VERBS.has(method)) continue;
    const handler = terms.handler(value.kind === "object" ? (terms.member(value, "handler") ?? value) : value, name);
    model.entryPoint({
      kind: "http",
      method,
      path: path.replace(/\$(\w+)/g, ":$1").replace(/\$$/, "*"),
      handlers: [...before, handler],
      handler: ROUTE,
      place: handler.place,
    });
  }
}
