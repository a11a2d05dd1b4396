// https://koajs.com/#context · https://github.com/koajs/router/blob/master/API.md · https://github.com/koajs/mount
import type { Term } from "../model/term.ts";
import {
  defineFramework,
  type Handler,
  type HandlerShape,
  type RegisterCall,
  type Registry,
} from "./define-framework.ts";
import { hasParameter } from "./reading/parameters.ts";
import { prefixFromOptions } from "./reading/router-prefix.ts";

const VERBS = "get|post|put|patch|delete|del|head|options|all|link|unlink";

export default defineFramework({
  title: "Koa",
  packages: ["koa", "@koa/router", "koa-router", "koa-joi-router", "koa-tree-router", "@types/koa"],
  intake: { signsCookies: true },
  receivers: [
    "new default().newGroup()",
    "default().newGroup()",
    "new default()",
    "new Koa()",
    "new Application()",
    "new Router()",
    "new KoaRouter()",
    "default()",
    "Router()",
  ],
  roots: ["new default()", "new Koa()", "new Application()"],
  adopts: "new Router()",
  handler: { parameters: ["context", "next"], returns: "nothing" },
  members: {
    "context.request": "request",
    "context.req": "request",
    "context.response": "response",
    "context.params": "params",
    "context.query": "query",
    "context.querystring": "query",
    "context.headers": "headers",
    "context.header": "headers",
    "context.cookies": "cookies",
    "context.session": "session",
    "context.state": "identity",
    "context.user": "identity",
    "context.input": "body",
    "request.body": "body",
    "request.rawBody": "body",
    "request.query": "query",
    "request.params": "params",
    "request.headers": "headers",
    "request.header": "headers",
    "request.files": "files",
    "request.ctx": "context",
    "context.file": "files",
    "context.files": "files",
  },
  applications: { "context.app": "new default()" },
  methods: {
    "context.get": "headers",
    "request.get": "headers",
    "context.isAuthenticated": "identity",
    "context.isUnauthenticated": "!identity",
  },
  responses: {
    "context.throw": { status: "$0", throws: true },
    "context.assert": { status: "$1", throws: true, unless: "$0" },
    "context.redirect": { redirect: true },
    // The application is told of an error, and answers. https://koajs.com/#error-handling
    "context.app.emit": { status: "=500", only: "error" },
    "context.status=": { status: "$0" },
    "context.body=": { value: "$0" },
    "response.status=": { status: "$0" },
    "response.body=": { value: "$0" },
  },
  calls: {
    [VERBS]: (call, model) => {
      prefixFromOptions(call, model);
      const named = call.text(0) !== undefined && call.texts(1) !== undefined;
      const at = named ? 1 : 0;
      const path = call.texts(at);
      const handlers = handlersFrom(call, at + 1);
      if (!path || handlers.length === 0) return;
      model.entryPoint({ kind: "http", method: verb(call.method), path, handlers });
    },
    register: (call, model) => {
      prefixFromOptions(call, model);
      for (const method of call.texts(1) ?? ["ALL"]) {
        model.entryPoint({
          kind: "http",
          method: method.toUpperCase(),
          path: call.texts(0),
          handlers: handlersFrom(call, 2),
        });
      }
    },
    // koa-joi-router: https://github.com/koajs/joi-router#route
    route: (call, model) => {
      prefixFromOptions(call, model);
      for (const route of call.terms.items(call.argument(0))) {
        const handler = call.terms.member(route, "handler");
        const path = call.terms.texts(call.terms.member(route, "path"));
        if (!handler || !path) continue;
        const handlers = call.terms.items(handler).map((item) => call.terms.handler(item));
        for (const method of call.terms.texts(call.terms.member(route, "method")) ?? ["ALL"])
          model.entryPoint({ kind: "http", method: verb(method), path, handlers });
      }
    },
    // koa-tree-router: https://github.com/steambap/koa-tree-router
    on: (call, model) => {
      prefixFromOptions(call, model);
      const path = call.texts(1);
      const handlers = handlersFrom(call, 2);
      const method = call.text(0);
      if (method !== undefined && path && handlers.length > 0)
        model.entryPoint({ kind: "http", method: verb(method), path, handlers });
    },
    newGroup: (call, model) => {
      prefixFromOptions(call, model);
      model.mount({ path: call.text(0), router: call.result });
    },
    redirect: (call, model) => {
      prefixFromOptions(call, model);
      const path = call.text(0);
      if (path?.startsWith("/"))
        model.entryPoint({
          kind: "http",
          method: "ALL",
          path,
          handlers: [call.terms.handler(call.result, "redirect")],
        });
    },
    param: (call, model) => {
      const name = call.text(0);
      const shape: HandlerShape = { parameters: [`params.${name}`, "context", "next"], returns: "nothing" };
      const handlers = call.functions(1).map((handler) => ({ ...handler, shape }));
      if (name !== undefined)
        model.middleware({ handlers, everywhere: true, own: true, applies: (_, path) => hasParameter(path, name) });
    },
    prefix: (call, model) => model.prefix(call.text(0) ?? ""),
    use: (call, model) => {
      prefixFromOptions(call, model);
      const paths = call.texts(0);
      for (const path of paths ?? [undefined]) use(call, model, path, call.arguments.slice(paths ? 1 : 0));
    },
  },
});

function use(call: RegisterCall, model: Registry, path: string | undefined, links: readonly Term[]): void {
  const at = path === undefined ? {} : { path };
  for (const link of call.terms.items(call.terms.array(links))) {
    const mounted = mountOf(link);
    if (isRoute(link)) routeOf(call, model, path, link);
    else if (mounted) {
      const below = call.terms.text(mounted[0]);
      const [router] = below === undefined ? mounted : mounted.slice(1);
      const handlers = router ? [call.terms.handler(router)] : [];
      model.middleware({ path: `${path ?? ""}${below ?? ""}`, handlers });
    } else if (isComposed(link)) use(call, model, path, link.kind === "external" ? (link.arguments ?? []) : []);
    else if (!isAllowedMethods(link)) model.middleware({ ...at, handlers: [call.terms.handler(link, nameOf(link))] });
  }
}

/** `route.get("/pets/:name", show)` of koa-route: a middleware that is a route. https://github.com/koajs/route */
function isRoute(link: Term): boolean {
  return link.kind === "external" && link.package === "koa-route" && (link.arguments?.length ?? 0) > 1;
}

function routeOf(call: RegisterCall, model: Registry, prefix: string | undefined, link: Term): void {
  if (link.kind !== "external") return;
  const [path, handler] = link.arguments ?? [];
  const below = call.terms.text(path);
  const method = (link.path.at(-1) ?? "").replace(/\(\)$/, "");
  if (below === undefined || !handler) return;
  model.entryPoint({
    kind: "http",
    method: verb(method),
    path: `${prefix ?? ""}${below}`,
    handlers: [
      { ...call.terms.handler(handler), shape: { parameters: ["context", "params", "params"], returns: "nothing" } },
    ],
    ...(link.site ? { place: link.site } : {}),
  });
}

function handlersFrom(call: RegisterCall, from: number): readonly Handler[] {
  return call
    .functions(from)
    .flatMap((handler) =>
      isComposed(handler.term) && handler.term.kind === "external"
        ? call.terms.items(call.terms.array(handler.term.arguments ?? [])).map((item) => call.terms.handler(item))
        : [handler],
    );
}

/** `mount("/api", api)`: its arguments. */
function mountOf(term: Term): readonly Term[] | undefined {
  return term.kind === "external" && term.package === "koa-mount" ? term.arguments : undefined;
}

function isComposed(term: Term): boolean {
  return term.kind === "external" && term.package === "koa-compose";
}

function isAllowedMethods(term: Term): boolean {
  return term.kind === "external" && term.path.at(-1) === "allowedMethods()";
}

function nameOf(term: Term): string {
  return term.kind === "external" ? `${term.package}()` : "";
}

function verb(method: string): string {
  return method === "del" ? "DELETE" : method.toUpperCase();
}
