// https://nextjs.org/docs/app/api-reference/file-conventions/route · /proxy · /app/getting-started/updating-data · https://nextjs.org/docs/pages/building-your-application/routing/api-routes
import type { Term } from "../model/term.ts";
import {
  defineFramework,
  type FileView,
  type Handler,
  type HandlerShape,
  type ParameterShape,
  type Registry,
  type ResponseDefinition,
  type TermView,
} from "./define-framework.ts";
import { middlewareLinks } from "./next/middleware.ts";
import { PAGE_FILE, visitAppPage, visitServerSideProps } from "./next/pages.ts";
import { matcherCovers, routeOf } from "./next/paths.ts";
import { basePath } from "./reading/config-file.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { methodRoutes } from "./reading/methods.ts";
import { isOfSolid } from "./solid-start.ts";

const VERBS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);
const ROUTE_FILE = /^route\.[cm]?[jt]sx?$/;
const CODE_FILE = /\.[cm]?[jt]sx?$/;
const MIDDLEWARE_FILE = /^(.*?)(?:^|\/)(?:src\/)?(?:middleware|proxy)\.[cm]?[jt]s$/;

const ROUTE: HandlerShape = { parameters: ["request", { fields: { params: "params" } }], returns: "response" };
const ACTION: HandlerShape = { parameters: argumentShapes(), returns: "nothing" };

export default defineFramework({
  title: "Next.js",
  packages: ["next", "next-auth", "next-intl"],
  receivers: [],
  handler: ROUTE,
  showsRest: true,
  members: {
    "request.headers": "headers",
    "request.cookies": "cookies",
    "request.nextUrl": "query",
    "request.url": "query",
    "request.body": "body",
    "request.query": "query",
    "request.auth": "identity",
    "request.nextauth": "identity",
  },
  // Auth.js: `auth(handler)` gives the handler a request with `auth`; whether it is tested is the handler's own matter.
  wrappers: { "default().auth()": 0, "NextAuth().auth()": 0 },
  methods: FETCH_METHODS,
  values: { headers: "headers", cookies: "cookies", draftMode: "query" },
  responses: {
    "redirect()": { redirect: true, throws: true },
    "permanentRedirect()": { redirect: true, throws: true },
    // https://next-intl.dev/docs/routing/navigation#redirect
    ...intlRedirects("createNavigation()", "createSharedPathnamesNavigation()", "createLocalizedPathnamesNavigation()"),
    "notFound()": { status: "=404", throws: true },
    "unauthorized()": { status: "=401", throws: true },
    "forbidden()": { status: "=403", throws: true },
    "NextResponse.json()": { status: "$1.status", value: "$0" },
    "NextResponse.redirect()": { redirect: true },
    "response.status": { status: "$0", sets: true },
    "response.statusCode=": { status: "$0", sets: true },
    "response.json": { value: "$0" },
    "response.send": { value: "$0" },
    "response.end": { value: "$0" },
    "response.redirect": { redirect: true },
  },
  files: {
    matches: (path) =>
      ROUTE_FILE.test(path.slice(path.lastIndexOf("/") + 1)) || mayBePage(path) || MIDDLEWARE_FILE.test(path),
    directive: "use server",
    visit: (file, model, terms) => {
      const route = routeOf(file.path, "app", ROUTE_FILE);
      const shown = routeOf(file.path, "app", PAGE_FILE);
      const page = routeOf(file.path, "pages", CODE_FILE);
      const middleware = MIDDLEWARE_FILE.exec(file.path);
      if (route) visitRoute(file, inApplication(model, terms, route.app), route.route);
      else if (shown) visitAppPage(file, inApplication(model, terms, shown.app), shown, terms);
      else if (page?.route.startsWith("/api"))
        visitPage(file, inApplication(model, terms, page.app), page.route, terms);
      else if (page) visitServerSideProps(file, inApplication(model, terms, page.app), page.route);
      else if (middleware) visitMiddleware(file, model, middleware[1] ?? "", terms);
      visitActions(file, model);
    },
  },
});

/** Below `app`, only files that are called `page` are shown; below `pages`, every one. */
function mayBePage(path: string): boolean {
  return PAGE_FILE.test(path.slice(path.lastIndexOf("/") + 1)) || /(?:^|\/)pages\/.*\.[cm]?[jt]sx?$/.test(path);
}

/** Where routes of an application are noted, below the address that its configuration names. */
function inApplication(model: Registry, terms: TermView, folder: string): Registry {
  const routes = model.on(application(terms, folder));
  const base = basePath(terms, folder, "next.config", ["basePath"]);
  if (base !== "") routes.prefix(base);
  return routes;
}

/** One value for each application of the workspace: what its middleware stands ahead of. */
function application(terms: TermView, folder: string) {
  return terms.external("next", ["application"], terms.literal(folder), {
    file: folder === "" ? "package.json" : `${folder}/package.json`,
    at: [0, 1],
  });
}

/** Each exported verb is an entry point of its own. */
function visitRoute(file: FileView, model: Registry, path: string): void {
  for (const [name, handler] of file.exports) {
    if (VERBS.has(name) && !isFrom(handler.term, REGISTERED_ELSEWHERE))
      model.entryPoint({ kind: "http", method: name, path, handlers: [handler], handler: ROUTE, place: handler.place });
  }
}

/** Generated code and data may stand below `pages/api` too. */
const NO_HANDLER: ReadonlySet<Term["kind"]> = new Set([
  "object",
  "array",
  "literal",
  "undefined",
  "instance",
  "module",
]);

/** One handler for all methods; where it tells them apart, each is judged by itself. */
function visitPage(file: FileView, model: Registry, path: string, terms: TermView): void {
  const handler = file.exports.get("default");
  if (!handler || isFrom(handler.term, REGISTERED_ELSEWHERE) || NO_HANDLER.has(handler.term.kind)) return;
  const entry = (method: string, parameters: readonly ParameterShape[]): void =>
    model.entryPoint({
      kind: "http",
      method,
      path,
      handlers: [handler],
      handler: { parameters },
      place: handler.place,
    });
  const told = methodRoutes(terms, handler.term, (request) => [request, "response"]);
  if (told.length === 0) entry("ALL", ["request", "response"]);
  for (const { method, parameters } of told) entry(method, parameters);
}

/** Middleware runs ahead of every route that its matcher covers. */
function visitMiddleware(file: FileView, model: Registry, folder: string, terms: TermView): void {
  const handler = file.exports.get("middleware") ?? file.exports.get("proxy") ?? file.exports.get("default");
  if (!handler) return;
  const config = file.exports.get("config")?.term;
  const matchers = terms
    .items(terms.member(config, "matcher"))
    .map((item) => terms.text(item) ?? terms.text(terms.member(item, "source")));
  const base = basePath(terms, folder, "next.config", ["basePath"]);
  inApplication(model, terms, folder).middleware({
    handlers: middlewareLinks(handler, terms),
    everywhere: true,
    // Matchers are written without the base path. https://nextjs.org/docs/app/api-reference/config/next-config-js/basePath
    applies: (_method, path) =>
      matchers.length === 0 ||
      matchers.some((matcher) => matcher === undefined || matcherCovers(matcher, path.slice(base.length) || "/")),
  });
}

/** Every exported function can be called from outside, whoever imports it. */
function visitActions(file: FileView, model: Registry): void {
  if (isOfSolid(file)) return;
  const action = (path: string, handler: Handler): void =>
    model.entryPoint({
      kind: "action",
      method: "ACTION",
      path,
      handlers: [handler],
      handler: ACTION,
      place: handler.place,
    });
  if (file.facts.directives.includes("use server")) {
    for (const [name, handler] of file.exports)
      if (isAction(handler)) action(name === "default" ? handler.name : name, handler);
  }
  // Many pages have an `onSubmit` of their own.
  const page = routeOf(file.path, "app", SHOWN_FILE)?.route;
  for (const handler of file.marked) action(page === undefined ? handler.name : `${page}#${handler.name}`, handler);
}

/** https://nextjs.org/docs/app/api-reference/file-conventions */
const SHOWN_FILE = /^(?:page|layout|template|default)\.[cm]?[jt]sx?$/;

function isAction(handler: Handler): boolean {
  const { kind } = handler.term;
  if (isFrom(handler.term, REGISTERED_ELSEWHERE)) return false;
  return kind === "function" || kind === "bound" || kind === "external" || kind === "operation";
}

/** Packages whose adapters know more about the handlers that they make. */
const REGISTERED_ELSEWHERE = new Set([
  "@upstash/workflow/nextjs",
  "next-connect",
  "next-safe-action",
  "zsa",
  "hono/vercel",
  "@hono/node-server/vercel",
]);

function isFrom(term: Term, packages: ReadonlySet<string>): boolean {
  return term.kind === "external" && packages.has(term.package);
}

function argumentShapes(): readonly ParameterShape[] {
  return [0, 1, 2, 3, 4].map((index): ParameterShape => `arguments.${index}`);
}

/** Navigation of a package that knows languages: it throws as Next's own does. */
function intlRedirects(...makers: readonly string[]): Readonly<Record<string, ResponseDefinition>> {
  return Object.fromEntries(
    makers.flatMap((maker) =>
      ["redirect()", "permanentRedirect()"].map((name) => [
        `${maker}.${name}`,
        { redirect: true, throws: true } as const,
      ]),
    ),
  );
}
