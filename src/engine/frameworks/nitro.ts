// https://nitro.build/guide/routing · https://nuxt.com/docs/guide/directory-structure/server · https://h3.dev/guide · https://v1.h3.dev/guide/router
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { applicationAt, bracketSegment, joined } from "./reading/route-files.ts";

const ROUTE = /^(.*?)(?:^|\/)server\/(api|routes)\/(.+)\.[cm]?[jt]s$/;
const MIDDLEWARE = /^(.*?)(?:^|\/)server\/middleware\/.+\.[cm]?[jt]s$/;
/** They are there without an import in Nuxt and Nitro. */
const DEFINES = new Set([
  "defineEventHandler",
  "eventHandler",
  "defineCachedEventHandler",
  "cachedEventHandler",
  "defineHandler",
  "defineLazyEventHandler",
]);
const VERBS = "get|post|put|patch|delete|options|head|all";

export default defineFramework({
  title: "Nuxt, Nitro, h3",
  packages: [
    "h3",
    "nitropack",
    "nitro",
    "nuxt",
    "global:readBody",
    "global:readValidatedBody",
    "global:getQuery",
    "global:getValidatedQuery",
    "global:getRouterParam",
    "global:getRouterParams",
    "global:getHeader",
    "global:getRequestHeader",
    "global:getCookie",
    "global:readRawBody",
  ],
  receivers: ["createRouter()", "createApp()", "new H3()"],
  handler: { parameters: ["context"], returns: "response" },
  members: {
    "context.context": "identity",
    "context.context.params": "params",
    "context.headers": "headers",
    "context.req": "request",
  },
  methods: { "request.json": "body", "request.text": "body", "request.formData": "body" },
  values: {
    readBody: "body",
    readValidatedBody: "body",
    readRawBody: "body",
    readFormData: "body",
    readMultipartFormData: "files",
    getQuery: "query",
    getValidatedQuery: "query",
    getRouterParam: "params",
    getRouterParams: "params",
    getValidatedRouterParams: "params",
    getHeader: "headers",
    getHeaders: "headers",
    getRequestHeader: "headers",
    getRequestHeaders: "headers",
    getCookie: "cookies",
    parseCookies: "cookies",
    "global:readBody": "body",
    "global:readValidatedBody": "body",
    "global:readRawBody": "body",
    "global:getQuery": "query",
    "global:getValidatedQuery": "query",
    "global:getRouterParam": "params",
    "global:getRouterParams": "params",
    "global:getHeader": "headers",
    "global:getRequestHeader": "headers",
    "global:getCookie": "cookies",
  },
  wrappers: {
    "defineEventHandler()": 0,
    "eventHandler()": 0,
    "defineHandler()": 0,
    "cachedEventHandler()": 0,
    "defineCachedEventHandler()": 0,
  },
  responses: { "sendRedirect()": { redirect: true }, "sendError()": { status: "$1.statusCode" } },
  calls: {
    [VERBS]: (call, model) =>
      model.entryPoint({
        kind: "http",
        method: call.method.toUpperCase(),
        path: call.texts(0),
        handlers: handlers(call, 1),
      }),
    use: (call, model) => {
      const path = call.text(0);
      const router = call.argument(path === undefined ? 0 : 1);
      const behind = router?.kind === "external" && router.path.at(-1) === "handler" ? router.base : router;
      if (
        behind?.kind === "external" &&
        /^(?:createRouter|new H3)\(\)$/.test(behind.path[0] ?? "") &&
        behind.path.length === 1
      )
        model.mount({ path, router: behind });
      else
        model.middleware({
          ...(path === undefined ? {} : { path }),
          handlers: passing(handlers(call, path === undefined ? 0 : 1)),
        });
    },
    mount: (call, model) => {
      const router = call.argument(1);
      if (router) model.mount({ path: call.text(0), router });
    },
  },
  files: {
    matches: (path) => ROUTE.test(path) || MIDDLEWARE.test(path),
    visit: (file, model, terms) => {
      const written = file.exports.get("default");
      const route = ROUTE.exec(file.path);
      const folder = (route ?? MIDDLEWARE.exec(file.path))?.[1] ?? "";
      if (!written || !isHandler(written.term)) return;
      const parts = unwrap(terms, written);
      const application = model.on(applicationAt(terms, "nitropack", folder));
      if (route) visitRoute(application, route, parts);
      else application.middleware({ handlers: passing(parts), everywhere: true });
    },
  },
});

/** `server/api/orders/[id].get.ts` is GET /api/orders/:id; without a verb it answers all. */
function visitRoute(model: Registry, route: RegExpExecArray, handlers: readonly Handler[]): void {
  const [, , root, name = ""] = route;
  const verb = /\.(get|post|put|patch|delete|options|head|connect|trace)$/.exec(name);
  const plain = (verb ? name.slice(0, -verb[0].length) : name).replace(/\.(?:dev|prod|prerender)$/, "");
  const path = joined([...(root === "api" ? ["api"] : []), ...plain.split("/").flatMap(bracketSegment)]);
  const place = handlers.at(-1)?.place;
  model.entryPoint({
    kind: "http",
    method: verb?.[1]?.toUpperCase() ?? "ALL",
    path,
    handlers,
    ...(place ? { place } : {}),
  });
}

function handlers(call: RegisterCall, from: number): readonly Handler[] {
  return call.functions(from).flatMap((handler) => unwrap(call.terms, handler));
}

/** A handler of middleware lets the request go on when it gives nothing back. */
function passing(handlers: readonly Handler[]): readonly Handler[] {
  return handlers.map((handler) => ({ ...handler, shape: { parameters: ["context"], returns: "passes" } }));
}

/** The function in `defineEventHandler(fn)`, or what stands ahead of it in `defineEventHandler({ onRequest, handler })`. */
function unwrap(terms: TermView, written: Handler): readonly Handler[] {
  const given = argumentOf(written.term);
  if (!given) return [written];
  if (given.kind !== "object") return [terms.handler(given, written.name)];
  const before = terms.items(terms.member(given, "onRequest")).map((term) => terms.handler(term));
  const handler = terms.member(given, "handler");
  return [...passing(before), ...(handler ? [terms.handler(handler, written.name)] : [])];
}

function argumentOf(term: Term): Term | undefined {
  if (term.kind === "external" && DEFINES.has((term.path.at(-1) ?? "").replace(/\(\)$/, "")))
    return term.arguments?.[0];
  if (term.kind !== "result" || term.of.callee.kind !== "global") return undefined;
  return DEFINES.has(term.of.callee.path.join(".")) ? term.of.arguments[0] : undefined;
}

function isHandler(term: Term): boolean {
  return term.kind === "function" || argumentOf(term) !== undefined || term.kind === "result";
}
