/** `consumer.apply(Login).exclude("health").forRoutes(OrdersController)`. https://docs.nestjs.com/middleware */
import type { Term } from "../../model/term.ts";
import type { Handler, Program, Registry } from "../define-framework.ts";
import { methodOf } from "./application.ts";
import type { ModuleClosure } from "./modules.ts";

export interface AppliedMiddleware {
  readonly handlers: readonly Handler[];
  /** `controller` is the class, `path` the path without prefix and version. */
  readonly applies: (controller: Term, method: string, path: string) => boolean;
}

const MIDDLEWARE = { parameters: ["request", "response", "next"], returns: "nothing" } as const;

export function appliedMiddleware(
  program: Program,
  model: Registry,
  closure: ModuleClosure,
): readonly AppliedMiddleware[] {
  const { terms } = program;
  return closure.modules.flatMap((view) => {
    const configure = view.methods.find((method) => method.name === "configure");
    if (!configure) return [];
    const consumer = terms.external("@nestjs/common", ["new MiddlewareConsumer()"], view.term, configure.handler.place);
    const registry = model.on(consumer);
    if (!registry.kept("applied")) registry.run(configure.handler.term, [{ term: consumer }]);
    return terms.items(registry.kept("applied")).map((applied): AppliedMiddleware => {
      const routes = terms.items(terms.member(applied, "routes")).map((term) => routeOf(program, term));
      const excluded = terms.items(terms.member(applied, "exclude")).map((term) => routeOf(program, term));
      return {
        handlers: terms.items(terms.member(applied, "apply")).map((term) => middlewareHandler(program, term)),
        applies: (controller, method, path) =>
          routes.some((route) => fits(route, controller, method, path)) &&
          !excluded.some((route) => fits(route, controller, method, path)),
      };
    });
  });
}

interface AppliedRoute {
  readonly controller: Term | undefined;
  readonly path: string | undefined;
  readonly method: string | undefined;
}

function routeOf(program: Program, term: Term): AppliedRoute {
  const { terms } = program;
  if (term.kind === "class") return { controller: term, path: undefined, method: undefined };
  const path = terms.text(term) ?? terms.text(terms.member(term, "path"));
  return { controller: undefined, path, method: methodOf(terms.member(term, "method")) };
}

function fits(route: AppliedRoute, controller: Term, method: string, path: string): boolean {
  if (route.controller) return route.controller === controller;
  if (route.path === undefined) return false;
  if (route.method !== undefined && route.method !== method && method !== "ALL") return false;
  const source = route.path
    .replace(/^\/|\/$/g, "")
    .split("/")
    .map((segment) => {
      if (/^(?:\*|\{?\/?\*\w*\}?|\(\.\*\))$/.test(segment)) return ".*";
      return segment.startsWith(":") ? "[^/]+" : segment.replace(/[.+?^$(){}|[\]\\]/g, "\\$&").replace(/\*/g, ".*");
    })
    .join("/")
    .replace(/\/\.\*$/, "(?:/.*)?");
  // `@Controller("/orders")` and `@Get("/:id")` have slashes of their own.
  return new RegExp(`^${source}$`).test(path.split("/").filter(Boolean).join("/"));
}

/** A class with a method `use`, or a function. */
function middlewareHandler(program: Program, term: Term): Handler {
  const { terms } = program;
  const view = program.classOf(term);
  const use = view && terms.member(terms.instance(term), "use");
  return { ...terms.handler(use ?? term, view?.facts.name ?? ""), shape: MIDDLEWARE };
}
