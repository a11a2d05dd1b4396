// https://nitro.build/guide/routing · https://nuxt.com/docs/guide/directory-structure/server · https://h3.dev/guide · https://v1.h3.dev/guide/router
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { listedHandlers, SETTINGS_FILE, scheduledTasks } from "./nuxt/listed-handlers.ts";
import { nuxtReach } from "./nuxt/reach.ts";
import { basePath } from "./reading/config-file.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { applicationAt, bracketSegment, joined } from "./reading/route-files.ts";

const ROUTE = /^(.*?)(?:^|\/)server\/(api|routes)\/(.+)\.[cm]?[jt]s$/;
/** Nitro without Nuxt has them beside its settings. */
const OWN_ROUTE = /^(.*?)(?:^|\/)(api|routes)\/(.+)\.[cm]?[jt]s$/;
const TASK = /^(.*?)(?:^|\/)(?:server\/)?tasks\/(.+)\.[cm]?[jt]s$/;
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
/** `defineOAuthGitHubEventHandler({ onSuccess })`: https://github.com/atinux/nuxt-auth-utils#oauth-event-handlers */
const SIGN_IN = /^defineOAuth\w+EventHandler$/;
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
  methods: FETCH_METHODS,
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
  reach: nuxtReach,
  words: ["defineEventHandler(", "defineTask(", "serverHandlers", "scheduledTasks"],
  chains: true,
  calls: {
    [VERBS]: (call, model) => route(call, model, call.method, call.texts(0), call.arguments.slice(1)),
    on: (call, model) => route(call, model, call.text(0) ?? "ALL", call.texts(1), call.arguments.slice(2)),
    add: (call, model) => {
      for (const method of call.texts(2) ?? ["ALL"])
        route(call, model, method, call.texts(0), call.arguments.slice(1, 2));
    },
    use: (call, model) => {
      const path = call.text(0);
      const given = call.argument(path === undefined ? 0 : 1);
      const router = given && routerBehind(given);
      const isRouter = call.receiver.kind === "external" && call.receiver.path.at(-1) === "createRouter()";
      if (router) model.mount({ path: router.base ?? path?.replace(/\/\*\*$/, ""), router: router.term });
      else if (path !== undefined && (isRouter || answers(call, given)))
        route(call, model, "ALL", [path], call.arguments.slice(1));
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
    matches: (path) => ROUTE.test(path) || MIDDLEWARE.test(path) || SETTINGS_FILE.test(path),
    recognises: (facts) => facts.exports.some(({ name }) => name === "default"),
    visit: (file, model, terms) => {
      const written = file.exports.get("default");
      const settings = SETTINGS_FILE.exec(file.path);
      if (settings) return written && visitSettings(model, terms, settings[1] ?? "", written.term);
      const task = TASK.exec(file.path);
      if (task && written) return visitTask(model, terms, task[2] ?? "", written);
      const route = ROUTE.exec(file.path) ?? ownRoute(terms, file.path, written);
      if (!route && !MIDDLEWARE.test(file.path)) return;
      const folder = (route ?? MIDDLEWARE.exec(file.path))?.[1] ?? "";
      const router = written && routerBehind(written.term);
      if (route && router)
        return model
          .on(applicationAt(terms, "nitropack", folder))
          .mount({ path: router.base ?? "", router: router.term });
      if (!written || !isHandler(written.term)) return;
      // A bare function, with nothing of h3 around it, is a handler only where Nitro is at work.
      if (!argumentOf(written.term) && !isNitro(terms, folder)) return;
      const parts = unwrap(terms, written);
      const application = model.on(applicationAt(terms, "nitropack", folder));
      const base = basePath(terms, folder, "nuxt.config", ["app", "baseURL"]);
      if (base !== "") application.prefix(base);
      if (route) visitRoute(application, route, parts);
      else application.middleware({ handlers: passing(parts), everywhere: true });
    },
  },
});

/** Settings of Nuxt or Nitro stand in the folder, or the package.json it belongs to names one of them. */
function isNitro(terms: TermView, folder: string): boolean {
  const prefix = folder === "" ? "" : `${folder}/`;
  const settings = ["nuxt.config", "nitro.config"].flatMap((name) =>
    ["ts", "js", "mjs"].map((extension) => `${prefix}${name}.${extension}`),
  );
  if (terms.file(settings) !== undefined) return true;
  const manifest = manifestAbove(terms, folder);
  return (
    manifest === undefined ||
    /"(?:nuxt(?:-nightly)?|nitro(?:pack)?|h3|vinxi|@analogjs\/platform|@solidjs\/start|@nuxt\/[\w-]+)"\s*:/.test(
      manifest,
    )
  );
}

/** The package.json in the folder, or the nearest one above it. */
function manifestAbove(terms: TermView, folder: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (let depth = parts.length; depth >= 0; depth--) {
    const manifest = terms.read([...parts.slice(0, depth), "package.json"].join("/"));
    if (manifest !== undefined) return manifest;
  }
  return undefined;
}

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

function route(
  call: RegisterCall,
  model: Registry,
  method: string,
  path: readonly string[] | undefined,
  given: readonly Term[],
): void {
  const handlers = call.terms
    .items(call.terms.array(given))
    .flatMap((term) => unwrap(call.terms, call.terms.handler(term)));
  const last = handlers.at(-1);
  if (last) model.entryPoint({ kind: "http", method: method.toUpperCase(), path, handlers });
}

/** The router in `router`, `router.handler` and `useBase("/api", router.handler)`. */
function routerBehind(term: Term): { readonly term: Term; readonly base?: string } | undefined {
  for (let made: Term | undefined = term; made?.kind === "external"; made = made.base) {
    if (made.path.at(-1) === "useBase()") {
      const [base, handler] = made.arguments ?? [];
      const router = handler && routerBehind(handler);
      return router && base?.kind === "literal" ? { ...router, base: String(base.value) } : router;
    }
    if (/^(?:createRouter|new H3)\(\)$/.test(made.path.at(-1) ?? "") && made.path.length === 1) return { term: made };
  }
  return undefined;
}

/** Middleware gives nothing back; what gives something back is the end of the way. */
function answers(call: RegisterCall, term: Term | undefined): boolean {
  const last = term && unwrap(call.terms, call.terms.handler(term)).at(-1);
  const result = last && call.terms.result(last.term, ["context"]);
  return result !== undefined && result.kind !== "undefined" && result.kind !== "choice" && result.kind !== "operation";
}

/** `routes/orders.get.ts` beside `nitro.config.ts`. */
function ownRoute(terms: TermView, path: string, written: Handler | undefined): RegExpExecArray | undefined {
  const found = OWN_ROUTE.exec(path);
  if (!found || !written || !argumentOf(written.term)) return undefined;
  const folder = (found[1] ?? "") === "" ? "" : `${found[1]}/`;
  const settings = ["nitro.config.ts", "nitro.config.js", "nitro.config.mjs"].map((name) => `${folder}${name}`);
  return terms.file(settings) === undefined ? undefined : found;
}

/** Routes, middleware and schedules that stand in the settings alone. */
function visitSettings(model: Registry, terms: TermView, folder: string, settings: Term): void {
  const application = model.on(applicationAt(terms, "nitropack", folder));
  for (const { route, method, isMiddleware, handler } of listedHandlers(terms, folder, settings)) {
    const handlers = unwrap(terms, terms.handler(handler, "default"));
    const place = handlers.at(-1)?.place;
    if (isMiddleware) application.middleware({ handlers: passing(handlers), everywhere: true });
    else application.entryPoint({ kind: "http", method, path: route, handlers, ...(place ? { place } : {}) });
  }
  for (const { schedule, task } of scheduledTasks(terms, folder, settings)) {
    const run = terms.member(taskOptions(task), "run");
    const handler = run && terms.handler(run, "run");
    if (handler)
      model.entryPoint({
        kind: "schedule",
        path: schedule,
        handlers: [handler],
        handler: TASK_SHAPE,
        delivery: { by: "schedule" },
        place: handler.place,
        detached: true,
      });
  }
}

const TASK_SHAPE = { parameters: [{ fields: { payload: "job", context: "context" } }], returns: "nothing" } as const;

/** `defineTask({ meta: { name }, run })`. https://nitro.build/guide/tasks */
function visitTask(model: Registry, terms: TermView, name: string, written: Handler): void {
  const options = taskOptions(written.term);
  const run = terms.member(options, "run");
  if (!run) return;
  const handler = terms.handler(run, "run");
  model.entryPoint({
    kind: "command",
    path: terms.text(terms.member(terms.member(options, "meta"), "name")) ?? name.replace(/\//g, ":"),
    handlers: [handler],
    handler: TASK_SHAPE,
    place: handler.place,
    detached: true,
  });
}

function taskOptions(term: Term): Term | undefined {
  if (term.kind === "external")
    return /^defineTask\(\)$/.test(term.path.at(-1) ?? "") ? term.arguments?.[0] : undefined;
  if (term.kind !== "result" || term.of.callee.kind !== "global") return undefined;
  return term.of.callee.path.at(-1) === "defineTask" ? term.of.arguments[0] : undefined;
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
  const handler = terms.member(given, "handler") ?? terms.member(given, "onSuccess");
  return [...passing(before), ...(handler ? [terms.handler(handler, written.name)] : [])];
}

function argumentOf(term: Term): Term | undefined {
  if (term.kind === "external") {
    const name = (term.path.at(-1) ?? "").replace(/\(\)$/, "");
    return DEFINES.has(name) || SIGN_IN.test(name) ? term.arguments?.[0] : undefined;
  }
  if (term.kind !== "result" || term.of.callee.kind !== "global") return undefined;
  return DEFINES.has(term.of.callee.path.join(".")) ? term.of.arguments[0] : undefined;
}

function isHandler(term: Term): boolean {
  return term.kind === "function" || argumentOf(term) !== undefined || term.kind === "result";
}
