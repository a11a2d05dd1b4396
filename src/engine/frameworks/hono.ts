// https://hono.dev/docs/api/routing · /api/context · /api/request · /helpers/factory · /helpers/cookie · https://github.com/honojs/middleware/tree/main/packages/zod-openapi
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry } from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";

const VERBS = "get|post|put|patch|delete|options|head|all|query";

export default defineFramework({
  title: "Hono",
  packages: ["hono", "@hono/hono", "@hono/zod-openapi"],
  receivers: [
    "new Hono().**.basePath()",
    "new OpenAPIHono().**.basePath()",
    "createFactory().createApp().**.basePath()",
    "new Hono()",
    "new HonoBase()",
    "new OpenAPIHono()",
    "createFactory().createApp()",
  ],
  fallsThrough: true,
  handler: { parameters: ["context", "next"], returns: "response" },
  members: {
    "context.req": "request",
    "context.var": "identity",
    "context.res": "response",
    "request.raw": "request",
    "request.headers": "headers",
  },
  methods: {
    ...FETCH_METHODS,
    "context.get": "identity",
    "request.parseBody": "body",
    "request.param": "params",
    "request.query": "query",
    "request.queries": "query",
    "request.header": "headers",
    "request.valid": {
      json: "body",
      form: "body",
      query: "query",
      param: "params",
      header: "headers",
      cookie: "cookies",
    },
  },
  responses: {
    "context.json": { value: "$0", status: "$1" },
    "context.text": { value: "$0", status: "$1" },
    "context.html": { value: "$0", status: "$1" },
    "context.body": { value: "$0", status: "$1" },
    "context.newResponse": { value: "$0", status: "$1" },
    "context.render": { value: "$0" },
    "context.redirect": { redirect: true },
    "context.notFound": { status: "=404" },
    // They leave the path as it is.
    "context.status": { status: "$0", sets: true },
    "context.header": { sets: true },
    "context.set": { sets: true },
  },
  // https://hono.dev/docs/api/context#set-get · https://hono.dev/docs/api/context#var
  bag: { puts: "context.set", takes: "context.get", member: "var" },
  values: { getCookie: "cookies", getSignedCookie: "session" },
  wrappers: {
    "createMiddleware()": 0,
    "createFactory().createMiddleware()": 0,
  },
  chains: true,
  calls: {
    [VERBS]: (call, model) => {
      const path = call.texts(0);
      entry(model, [call.method.toUpperCase()], path ?? pathBefore(call), handlersFrom(call, path ? 1 : 0));
    },
    on: (call, model) => {
      const methods = call.texts(0)?.map((method) => method.toUpperCase()) ?? ["ALL"];
      entry(model, methods, call.texts(1), handlersFrom(call, 2));
    },
    use: (call, model) => {
      const paths = call.texts(0);
      const handlers = handlersFrom(call, paths ? 1 : 0);
      for (const path of paths ?? ["*"]) model.middleware({ path, handlers });
    },
    route: (call, model) => {
      const router = call.argument(1);
      for (const path of call.texts(0) ?? ["*"]) if (router) model.mount({ path, router: wholeOf(router) });
    },
    // Any function of a request and a response: what it answers below the path is its own matter.
    mount: (call, model) => {
      const [handler] = call.functions(1);
      const path = call.text(0);
      // At the root it is what answers the rest: files, another framework.
      if (!handler || path === undefined || path === "/" || handler.term.kind !== "function") return;
      model.entryPoint({
        kind: "http",
        method: "ALL",
        path: `${path}/*`,
        handlers: [handler],
        handler: { parameters: ["request", "context"], returns: "response" },
      });
    },
    basePath: (call, model) => model.mount({ path: call.text(0), router: call.result }),
    openapi: (call, model) => {
      const options = routeOptions(call);
      const path = call.terms.texts(call.terms.member(options, "path"))?.map(withParameters);
      const method = call.terms.text(call.terms.member(options, "method")) ?? "all";
      const before = call.terms.items(call.terms.member(options, "middleware"));
      const request = call.terms.member(options, "request");
      const validation: readonly Handler[] = request
        ? [{ ...call.terms.handler(request, "schema"), guard: "validation" }]
        : [];
      entry(
        model,
        [method.toUpperCase()],
        path,
        [...before.map((one) => call.terms.handler(one)), ...validation, ...handlersFrom(call, 1)],
        options,
      );
    },
  },
});

function entry(
  model: Registry,
  methods: readonly string[],
  path: readonly string[] | undefined,
  handlers: readonly Handler[],
  options?: Term,
): void {
  if (handlers.length === 0) return;
  for (const method of methods) {
    model.entryPoint({ kind: "http", method, path: path ?? "/", handlers, ...(options ? { options } : {}) });
  }
}

/** `app.get("/orders", list).post(create)`: the path of the call before. */
function pathBefore(call: RegisterCall): readonly string[] | undefined {
  for (let made = call.result; made.kind === "external" && made.base; made = made.base) {
    const path = call.terms.texts(made.base.kind === "external" ? made.base.arguments?.[0] : undefined);
    if (
      path &&
      made.base.kind === "external" &&
      /^(?:get|post|put|patch|delete|options|head|all|use)\(\)$/.test(made.base.path.at(-1) ?? "")
    )
      return path;
  }
  return undefined;
}

/** `new Hono().basePath("/api")` is the whole application, the base path being part of it. */
function wholeOf(router: Term): Term {
  let whole = router;
  for (let term: Term | undefined = router; term?.kind === "external"; term = term.base)
    if (/^(?:new \w+|createApp)\(\)$/.test(term.path.at(-1) ?? "")) whole = term;
  return whole;
}

/** `...factory.createHandlers(a, b)` is `a, b`. */
function handlersFrom(call: RegisterCall, from: number): readonly Handler[] {
  return call.functions(from).flatMap((handler): readonly Handler[] => {
    const term = handler.term.kind === "element" ? handler.term.of : handler.term;
    if (term.kind !== "external" || term.path.at(-1) !== "createHandlers()") return [handler];
    return call.terms.items(call.terms.array(term.arguments ?? [])).map((item) => call.terms.handler(item));
  });
}

/** `createRoute({ … })`, the object itself, or one made of a route and more: `{ ...createRoute({ … }), middleware }`. */
function routeOptions(call: RegisterCall): Term | undefined {
  const given = optionsIn(call.argument(0));
  if (given?.kind !== "object") return given;
  const parts = given.fields.flatMap(({ key, value }) =>
    key === undefined ? call.terms.fields(optionsIn(value)) : [{ name: key, value }],
  );
  return call.terms.object(Object.fromEntries(parts.map(({ name, value }) => [name, value])));
}

function optionsIn(term: Term | undefined): Term | undefined {
  return term?.kind === "external" && term.path.at(-1) === "createRoute()" ? term.arguments?.[0] : term;
}

/** OpenAPI writes parameters as `{id}`. */
function withParameters(path: string): string {
  return path.replace(/\{([^}]+)\}/g, ":$1");
}
