/** Routes of a controller. https://docs.nestjs.com/controllers · https://docs.nestjs.com/techniques/versioning */
import type { Term } from "../../model/term.ts";
import type { ClassView, DecoratorView, Handler, MethodView, Program } from "../define-framework.ts";
import { type Application, methodOf, versionsOf } from "./application.ts";
import { guardsAhead, metadataOf } from "./guards.ts";
import { ownInterceptors } from "./interceptors.ts";
import { isOpened } from "./keycloak.ts";
import { handlerShape } from "./parameters.ts";
import { pipesOn } from "./pipes.ts";
import { contractRoutes } from "./ts-rest.ts";
import { validationHandlers } from "./validation.ts";

const VERBS: Readonly<Record<string, string>> = {
  Get: "GET",
  Post: "POST",
  Put: "PUT",
  Patch: "PATCH",
  Delete: "DELETE",
  Options: "OPTIONS",
  Head: "HEAD",
  All: "ALL",
  Search: "SEARCH",
  Propfind: "PROPFIND",
  Proppatch: "PROPPATCH",
  Mkcol: "MKCOL",
  Copy: "COPY",
  Move: "MOVE",
  Lock: "LOCK",
  Unlock: "UNLOCK",
  QueryMethod: "QUERY",
  Sse: "GET",
  RequestMapping: "GET",
};

export function registerController(program: Program, application: Application, view: ClassView): void {
  const controller = view.decorators.find((decorator) => decorator.name === "Controller");
  const given = controller?.arguments[0];
  const { terms } = program;
  const bases = pathsOf(program, given) ?? [""];
  const ownVersions = versionsOf(program, terms.member(given, "version"));
  for (const method of methodsOf(program, view)) {
    for (const decorator of method.decorators) {
      for (const route of contractRoutes(terms, decorator))
        for (const base of bases)
          register(program, application, view, method, route.method, `${base}/${route.path}`, ownVersions);
      const verb = verbOf(program, decorator);
      if (!verb) continue;
      // Each verb of a method overwrites what those below it said: `@Get("free") @Post("create")` is the first.
      if (method.decorators.find((one) => verbOf(program, one) !== undefined) !== decorator) continue;
      const paths = pathsOf(
        program,
        decorator.name === "RequestMapping" ? terms.member(decorator.arguments[0], "path") : decorator.arguments[0],
      ) ?? [""];
      const versions = methodVersions(program, method) ?? ownVersions;
      for (const base of bases) {
        for (const path of paths) register(program, application, view, method, verb, `${base}/${path}`, versions);
      }
    }
  }
}

function register(
  program: Program,
  application: Application,
  view: ClassView,
  method: MethodView,
  verb: string,
  own: string,
  versions: readonly (string | undefined)[] | undefined,
): void {
  const relative = `${application.prefixes.get(view.term) ?? ""}/${own}`;
  const handlers: readonly Handler[] = [
    ...application.middleware.filter((one) => one.applies(view.term, verb, relative)).flatMap((one) => one.handlers),
    ...guardsAhead(program, application.guards, view, method),
    ...application.interceptors,
    ...ownInterceptors(program, view, method),
    ...validationHandlers(program, application, view, method),
    method.handler,
  ];
  for (const path of fullPaths(application, verb, relative, versions)) {
    application.model.entryPoint({
      kind: "http",
      method: verb,
      path,
      handlers,
      handler: handlerShape(program, method, "request", pipesOn(program, view, method)),
      metadata: metadataOf(program, view, method),
      open: isOpened(view, method),
      place: method.handler.place,
      unrooted: application.loose,
    });
  }
}

/** `/api/v1/orders/:id`: the prefix, the version, the controller, the method. */
function fullPaths(
  application: Application,
  verb: string,
  relative: string,
  versions: readonly (string | undefined)[] | undefined,
): readonly string[] {
  const { versioning } = application;
  const plain = clean(relative);
  const excepted = application.exclude.some(
    (route) => (route.method === undefined || route.method === verb) && matches(clean(route.path), plain),
  );
  const prefix = excepted ? "" : application.prefix;
  if (!versioning?.byUri) return [clean(`${prefix}/${relative}`)];
  const wanted = versions ?? versioning.defaults ?? [undefined];
  return [...new Set(wanted)].map((version) =>
    clean(`${prefix}/${version === undefined ? "" : `${versioning.prefix}${version}`}/${relative}`),
  );
}

function clean(path: string): string {
  return `/${path
    .split("/")
    .filter((segment) => segment !== "")
    .join("/")}`;
}

function matches(pattern: string, path: string): boolean {
  if (!/[*(:{]/.test(pattern)) return pattern === path;
  const source = pattern
    .split("/")
    .map((segment) => {
      if (segment.startsWith(":") && !segment.includes("(")) return "[^/]+";
      return /[*(]/.test(segment) ? ".*" : segment.replace(/[.+?^${}|[\]\\]/g, "\\$&");
    })
    .join("/");
  return new RegExp(`^${source}$`).test(path);
}

/** Methods of the class and those it inherits; its own stand for inherited ones of the same name. */
export function methodsOf(program: Program, view: ClassView): readonly MethodView[] {
  const parent = view.parent && program.classOf(view.parent);
  if (!parent) return view.methods;
  const own = new Set(view.methods.map((method) => method.name));
  const instance = program.terms.instance(view.term);
  const inherited = methodsOf(program, parent)
    .filter((method) => !own.has(method.name))
    .map((method): MethodView => {
      const own = program.terms.member(instance, method.name);
      const term = own?.kind === "function" ? own : method.handler.term;
      const name = `${view.facts.name ?? "class"}.${method.name}`;
      return { ...method, handler: { ...method.handler, term, name } };
    });
  return [...inherited, ...view.methods];
}

function verbOf(program: Program, decorator: DecoratorView): string | undefined {
  // https://nestia.io/docs/core/TypedRoute/
  if (decorator.package !== "@nestjs/common" && decorator.package !== "@nestia/core") return undefined;
  const verb = VERBS[decorator.name];
  if (decorator.name !== "RequestMapping") return verb;
  const method = program.terms.member(decorator.arguments[0], "method");
  return methodOf(method) ?? (method ? "ALL" : "GET");
}

function methodVersions(program: Program, method: MethodView): readonly (string | undefined)[] | undefined {
  const decorator = method.decorators.find((one) => one.name === "Version");
  return decorator && versionsOf(program, decorator.arguments[0]);
}

function pathsOf(program: Program, term: Term | undefined): readonly string[] | undefined {
  if (!term) return undefined;
  const { terms } = program;
  return terms.texts(term) ?? terms.texts(terms.member(term, "path"));
}
