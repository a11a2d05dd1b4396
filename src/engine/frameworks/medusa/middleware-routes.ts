/** What `src/api/middlewares.ts` puts ahead of routes. https://docs.medusajs.com/learn/fundamentals/api-routes/middlewares */
import type { Term } from "../../model/term.ts";
import type { Handler, TermView } from "../define-framework.ts";

export interface MiddlewareRoute {
  readonly matcher: string;
  /** Nothing for all. */
  readonly methods: readonly string[] | undefined;
  readonly handlers: readonly Handler[];
}

/** `defineMiddlewares({ routes: [{ matcher: "/custom*", method: "POST", middlewares: [f] }] })`, or the list alone; undefined where it cannot be read. */
export function middlewareRoutes(terms: TermView, folder: string): readonly MiddlewareRoute[] | undefined {
  const prefix = folder === "" ? "" : `${folder}/`;
  const file = terms.file([`${prefix}src/api/middlewares.ts`, `${prefix}src/api/middlewares.js`]);
  if (file === undefined) return [];
  const written = terms.exported(file, "default");
  const given = written.kind === "external" ? written.arguments?.[0] : written;
  const listed = terms.items(given?.kind === "array" ? given : terms.member(given, "routes"));
  const routes = listed.map((route) => readRoute(terms, route));
  return routes.every((route) => route !== undefined) ? routes : undefined;
}

function readRoute(terms: TermView, route: Term): MiddlewareRoute | undefined {
  const matcher = terms.text(terms.member(route, "matcher"));
  const written = terms.member(route, "method") ?? terms.member(route, "methods");
  const methods = terms.texts(written);
  if (matcher === undefined || (written && !methods)) return undefined;
  const handlers = terms.items(terms.member(route, "middlewares")).map((one) => placed(terms, one));
  return { matcher, methods: methods?.some((method) => /^(?:ALL|USE)$/.test(method)) ? undefined : methods, handlers };
}

/** A package's middleware stands where it was made, and is called by its name. */
function placed(terms: TermView, term: Term): Handler {
  if (term.kind !== "external") return terms.handler(term);
  const handler = terms.handler(term, (term.path.at(-1) ?? "").replace(/\(\)$/, ""));
  return term.site ? { ...handler, place: term.site } : handler;
}

/** With methods a matcher is a whole path; without, everything below it. `*` is any text, `:id` any segment. */
export function appliedTo({ matcher, methods }: MiddlewareRoute, method: string, path: string): boolean {
  if (methods && !methods.includes(method)) return false;
  const source = matcher
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/:\w+/g, "[^/]+")
    .replace(/\*/g, ".*");
  return new RegExp(`^${source}${methods ? "/?$" : "(?:/|$)"}`).test(path);
}
