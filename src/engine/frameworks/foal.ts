// https://foalts.org/docs/architecture/controllers · https://foalts.org/docs/architecture/hooks · https://foalts.org/docs/authentication/quick-start
import type { Term } from "../model/term.ts";
import { type ClassView, type DecoratorView, defineFramework, type Handler, type Program } from "./define-framework.ts";
import { checked, VERBS } from "./reading/decorated-controllers.ts";
import { joined } from "./reading/route-files.ts";

const MAXIMUM_DEPTH = 8;

export default defineFramework({
  title: "Foal",
  packages: ["@foal/core", "@foal/jwt"],
  receivers: [],
  handler: { parameters: ["context", "params", "body"], returns: "response" },
  members: {
    "context.user": "identity",
    "context.session": "session",
    "context.request": "request",
    "request.body": "body",
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.cookies": "cookies",
  },
  methods: { "request.get": "headers", "request.header": "headers" },
  responses: {
    "new HttpResponseUnauthorized()": { status: "=401" },
    "new HttpResponseForbidden()": { status: "=403" },
    "new HttpResponseNotFound()": { status: "=404" },
    "new HttpResponseBadRequest()": { status: "=400" },
    "new HttpResponseConflict()": { status: "=409" },
    "new HttpResponseOK()": { value: "$0" },
    "new HttpResponseCreated()": { value: "$0" },
    "new HttpResponseNoContent()": {},
    "new HttpResponseRedirect()": { redirect: true },
  },
  assemble: (program, model) => {
    const isRoute = (one: DecoratorView) => one.package === "@foal/core" && one.name in VERBS;
    const controllers = program.classes.filter((view) =>
      view.methods.some((method) => method.decorators.some(isRoute)),
    );
    for (const view of controllers) {
      for (const { path: prefix, ahead } of waysTo(program, view, 0)) {
        for (const method of view.methods) {
          for (const decorator of method.decorators.filter(isRoute)) {
            const path = decorator.arguments.length > 0 ? decorator.text(0) : "";
            if (path === undefined) continue;
            model.entryPoint({
              kind: "http",
              method: VERBS[decorator.name] ?? "ALL",
              path: joined(`${prefix}/${path}`.split("/").filter((segment) => segment !== "")),
              handlers: [
                ...ahead,
                ...hooksOf(program, view.decorators),
                ...hooksOf(program, method.decorators),
                method.handler,
              ],
              place: method.handler.place,
            });
          }
        }
      }
    }
  },
});

interface Way {
  readonly path: string;
  readonly ahead: readonly Handler[];
}

/** `subControllers = [controller("/api", ApiController)]`: the paths at which a controller is mounted, hooks of its parents first. */
function waysTo(program: Program, view: ClassView, depth: number): readonly Way[] {
  if (depth > MAXIMUM_DEPTH) return [];
  const found = program.classes.flatMap((parent): readonly Way[] => {
    const listed = program.terms.items(program.terms.member(program.terms.instance(parent.term), "subControllers"));
    return listed.flatMap((child) => {
      const mounted = mountOf(program, child);
      if (!mounted || program.classOf(mounted.of)?.term !== view.term) return [];
      return waysTo(program, parent, depth + 1).map((way) => ({
        path: `${way.path}/${mounted.path}`,
        ahead: [...way.ahead, ...hooksOf(program, parent.decorators)],
      }));
    });
  });
  return found.length > 0 ? found : [{ path: "", ahead: [] }];
}

function mountOf(program: Program, child: Term): { readonly path: string; readonly of: Term } | undefined {
  if (child.kind === "class") return { path: "", of: child };
  if (child.kind !== "external" || child.path.at(-1) !== "controller()") return undefined;
  const [path, of] = child.arguments ?? [];
  return of ? { path: program.terms.text(path) ?? "", of } : undefined;
}

/** `@JWTRequired()`, `@UserRequired()`, `@PermissionRequired("x")`, `@Hook((ctx) => …)`. */
function hooksOf(program: Program, decorators: readonly DecoratorView[]): readonly Handler[] {
  return decorators.flatMap((decorator): readonly Handler[] => {
    if (decorator.name === "JWTRequired" || decorator.name === "UserRequired")
      return [checked(decorator, "authentication")];
    if (decorator.name === "PermissionRequired") return [checked(decorator, "role")];
    if (decorator.name === "UseSessions") {
      const required = program.terms.member(decorator.arguments[0], "required");
      return required?.kind === "literal" && required.value === true ? [checked(decorator, "authentication")] : [];
    }
    if (decorator.name !== "Hook") return [];
    return decorator.arguments.slice(0, 1).map((hook) => ({
      ...program.terms.handler(hook, "Hook"),
      shape: { parameters: ["context"], returns: "passes" } as const,
    }));
  });
}
