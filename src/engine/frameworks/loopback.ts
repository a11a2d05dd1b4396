// https://loopback.io/doc/en/lb4/Controller.html · https://loopback.io/doc/en/lb4/Route.html · https://loopback.io/doc/en/lb4/Loopback-component-authentication.html
import {
  type ClassView,
  type DecoratorView,
  defineFramework,
  type Handler,
  type MethodView,
  type ParameterShape,
} from "./define-framework.ts";

const VERBS: Readonly<Record<string, string>> = { get: "GET", post: "POST", put: "PUT", patch: "PATCH", del: "DELETE" };

/** `@loopback/rest` hands on the decorators of the other. */
const ROUTES = /^@loopback\/(?:rest|openapi-v3)$/;

export default defineFramework({
  title: "LoopBack 4",
  packages: [
    "@loopback/rest",
    "@loopback/openapi-v3",
    "@loopback/authentication",
    "@loopback/authorization",
    "loopback4-authentication",
    "loopback4-authorization",
  ],
  // https://loopback.io/doc/en/lb4/Parsing-requests.html
  intake: { typed: true },
  receivers: [],
  handler: { parameters: [], returns: "response" },
  classes: (view, model) => {
    const base = basePath(view);
    for (const method of view.methods) {
      for (const decorator of method.decorators) {
        const verb = ROUTES.test(decorator.package) ? (VERBS[decorator.name] ?? operation(decorator)) : undefined;
        const path = decorator.name === "operation" ? decorator.text(1) : decorator.text(0);
        if (!verb || path === undefined) continue;
        model.entryPoint({
          kind: "http",
          method: verb,
          path: joined(base, path).replace(/\{(\w+)\}/g, ":$1"),
          handlers: [...guardsOf(view, method), method.handler],
          handler: {
            parameters: method.parameters.map(({ decorators }) => parameter(decorators)),
            returns: "response",
          },
          place: method.handler.place,
        });
      }
    }
  },
});

/** `@get("orders")` and `@get("/orders")` are the same path. */
function joined(base: string, path: string): string {
  return `${base}/${path}`.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");
}

function operation(decorator: DecoratorView): string | undefined {
  return decorator.name === "operation" ? decorator.text(0)?.toUpperCase() : undefined;
}

/** `@api({ basePath: "/v1" })`. */
function basePath(view: ClassView): string {
  const options = view.decorators.find((decorator) => decorator.name === "api")?.arguments[0];
  const path = options?.kind === "object" ? options.fields.find((field) => field.key === "basePath")?.value : undefined;
  return path?.kind === "literal" ? String(path.value) : "";
}

/** `@param.path.string("id")`, `@requestBody()`. */
function parameter(decorators: readonly DecoratorView[]): ParameterShape {
  for (const { term, arguments: args } of decorators) {
    const path = term.kind === "external" ? term.path.join(".") : "";
    const name = args[0]?.kind === "literal" ? String(args[0].value) : "";
    if (path.startsWith("param.path")) return `params.${name}`;
    if (path.startsWith("param.query") || path.startsWith("param.filter") || path.startsWith("param.where"))
      return name === "" ? "query" : `query.${name}`;
    if (path.startsWith("param.header")) return "headers";
    if (path.startsWith("requestBody")) return "body";
    if (path.startsWith("inject")) return "identity";
  }
  return "arguments";
}

const GUARDS = /^(?:@loopback\/|loopback4-)auth/;

/** `@authorize({ permissions: ["*"] })` of loopback4-authorization is for everybody: https://github.com/sourcefuse/loopback4-authorization#usage */
function isForEverybody(decorator: DecoratorView): boolean {
  const options = decorator.arguments[0];
  const rights =
    options?.kind === "object" ? options.fields.find(({ key }) => key === "permissions")?.value : undefined;
  return rights?.kind === "array" && rights.items.some((item) => item.kind === "literal" && item.value === "*");
}

/** `@authenticate("jwt")`, left out by `@authenticate.skip()`; `@authorize({ allowedRoles })`. */
function guardsOf(view: ClassView, method: MethodView): readonly Handler[] {
  const own = method.decorators.filter((decorator) => GUARDS.test(decorator.package));
  if (own.some((decorator) => decorator.name === "skip")) return [];
  return [...view.decorators, ...own].flatMap((decorator): readonly Handler[] => {
    const { term, place, name } = decorator;
    if (name === "authenticate") return [{ term, place, name, guard: "authentication" }];
    return name === "authorize" && !isForEverybody(decorator) ? [{ term, place, name, guard: "role" }] : [];
  });
}
