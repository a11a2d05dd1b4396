// https://docs.medusajs.com/learn/fundamentals/api-routes · /learn/fundamentals/api-routes/middlewares · /learn/fundamentals/api-routes/protected-routes · /learn/fundamentals/events-and-subscribers · /learn/fundamentals/scheduled-jobs
import type { Term } from "../model/term.ts";
import { defineFramework, type FileView, type Handler, type Registry, type TermView } from "./define-framework.ts";
import { appliedTo, type MiddlewareRoute, middlewareRoutes } from "./medusa/middleware-routes.ts";
import { consume } from "./reading/jobs.ts";
import { bracketSegment, joined } from "./reading/route-files.ts";

const ROUTE = /^(.*?)(?:^|\/)src\/api\/(?:(.+)\/)?route\.[jt]s$/;
const CONSUMER = /^(.*?)(?:^|\/)src\/(subscribers|jobs)\/[^/]+\.[jt]s$/;
const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];

export default defineFramework({
  title: "Medusa",
  packages: ["@medusajs/framework", "@medusajs/medusa"],
  receivers: [],
  handler: { parameters: ["request", "response", "next"], returns: "nothing" },
  members: {
    "request.body": "body",
    "request.validatedBody": "body",
    "request.rawBody": "body",
    "request.params": "params",
    "request.query": "query",
    "request.validatedQuery": "query",
    "request.filterableFields": "query",
    "request.headers": "headers",
    "request.session": "session",
    "request.auth_context": "identity",
    "event.data": "message",
  },
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.sendStatus": { status: "$0" },
    "response.json": { status: "chain", value: "$0" },
    "response.send": { status: "chain", value: "$0" },
    "response.end": { status: "chain", value: "$0" },
    "response.redirect": { redirect: true },
  },
  next: "error",
  files: {
    matches: (path) => ROUTE.test(path) || CONSUMER.test(path),
    visit: (file, model, terms) => {
      const folder = (ROUTE.exec(file.path) ?? CONSUMER.exec(file.path))?.[1] ?? "";
      if (!isMedusa(terms, folder)) return;
      if (CONSUMER.test(file.path)) visitConsumer(file, model, terms);
      else visitRoute(file, model, terms, folder);
    },
  },
});

/** A project, a plugin or the package itself: its package.json names one of Medusa's packages. */
function isMedusa(terms: TermView, folder: string): boolean {
  const manifest = terms.read(folder === "" ? "package.json" : `${folder}/package.json`);
  return manifest !== undefined && /"@medusajs\/(?:framework|medusa)"\s*:/.test(manifest);
}

/** `src/api/store/orders/[id]/route.ts` with `export const GET` is GET /store/orders/:id. */
function visitRoute(file: FileView, model: Registry, terms: TermView, folder: string): void {
  const path = joined((ROUTE.exec(file.path)?.[2] ?? "").split("/").flatMap(bracketSegment));
  const isOpen = file.exports.get("AUTHENTICATE")?.term;
  const middleware = middlewareRoutes(terms, folder);
  for (const method of VERBS) {
    const handler = file.exports.get(method);
    if (!handler) continue;
    const protectedBy = isOpen?.kind === "literal" && isOpen.value === false ? [] : builtIn(path, handler);
    model.entryPoint({
      kind: "http",
      method,
      path,
      handlers: [...protectedBy, ...ahead(middleware ?? [], method, path, terms, handler), handler],
      handler: { parameters: requestShape(terms, handler), returns: "nothing" },
      place: handler.place,
      detached: true,
      ...(middleware ? {} : { unrooted: true }),
    });
  }
}

/** Only staff reaches `/admin`, only whoever is signed in `/store/customers/me`. */
function builtIn(path: string, { term, place }: Handler): readonly Handler[] {
  if (/^\/admin(?:\/|$)/.test(path)) return [{ term, place, name: "admin user", guard: "role" }];
  if (/^\/store\/customers\/me(?:\/|$)/.test(path)) return [{ term, place, name: "customer", guard: "authentication" }];
  return [];
}

function ahead(
  routes: readonly MiddlewareRoute[],
  method: string,
  path: string,
  terms: TermView,
  handler: Handler,
): readonly Handler[] {
  return routes
    .filter((route) => appliedTo(route, method, path))
    .flatMap(({ handlers }) => handlers)
    .map((one) => ({ ...one, shape: { parameters: requestShape(terms, handler), returns: "nothing" } as const }));
}

/** `req.scope` is the container. */
function requestShape(terms: TermView, handler: Handler) {
  return [{ of: "request", fields: { scope: { term: containerOf(terms, handler) } } }, "response", "next"] as const;
}

function containerOf(terms: TermView, { term, place }: Handler): Term {
  return terms.external("@medusajs/framework", ["container"], term, place);
}

/** `export const config = { event: "order.placed" }` of a subscriber, `{ schedule: "0 0 * * *" }` of a job. */
function visitConsumer(file: FileView, model: Registry, terms: TermView): void {
  const handler = file.exports.get("default");
  const config = file.exports.get("config")?.term;
  if (handler?.term.kind !== "function" || !config) return;
  const container = { term: containerOf(terms, handler) };
  const schedule = terms.text(terms.member(config, "schedule"));
  if (schedule !== undefined) {
    const shape = { parameters: [container], returns: "nothing" } as const;
    consume(model, { kind: "schedule", path: schedule, handler: { ...handler, shape }, place: handler.place });
  }
  const shape = { parameters: [{ fields: { event: "event", container } }], returns: "nothing" } as const;
  for (const path of terms.texts(terms.member(config, "event")) ?? [])
    consume(model, { kind: "queue", path, handler: { ...handler, shape }, place: handler.place });
}
