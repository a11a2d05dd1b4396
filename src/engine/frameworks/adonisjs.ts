// https://docs.adonisjs.com/guides/basics/routing · https://docs.adonisjs.com/guides/basics/controllers · https://docs.adonisjs.com/guides/basics/middleware
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall } from "./define-framework.ts";

const VERBS = "get|post|put|patch|delete|any|route";
/** Actions of a resource, with the verb and what follows its path. */
const RESOURCE: readonly (readonly [name: string, verb: string, suffix: string])[] = [
  ["index", "GET", ""],
  ["create", "GET", "/create"],
  ["store", "POST", ""],
  ["show", "GET", "/:id"],
  ["edit", "GET", "/:id/edit"],
  ["update", "PUT", "/:id"],
  ["destroy", "DELETE", "/:id"],
];

export default defineFramework({
  title: "AdonisJS",
  packages: ["@adonisjs/core/services/router", "@ioc:Adonis/Core/Route"],
  receivers: ["new Router()", ""],
  handler: { parameters: ["context"], returns: "response" },
  members: {
    "context.request": "request",
    "context.response": "response",
    "context.params": "params",
    "context.auth.user": "identity",
    "context.session": "session",
    "request.headers": "headers",
  },
  methods: {
    "request.all": "body",
    "request.body": "body",
    "request.input": "body",
    "request.only": "body",
    "request.except": "body",
    "request.validateUsing": "body",
    "request.qs": "query",
    "request.param": "params",
    "request.params": "params",
    "request.header": "headers",
    "request.cookie": "cookies",
    "request.file": "files",
    "context.inertia": "context",
  },
  guards: { "context.auth.authenticate": "authentication", "context.auth.authenticateUsing": "authentication" },
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.send": { value: "$0" },
    "response.json": { value: "$0" },
    "response.ok": { status: "=200" },
    "response.created": { status: "=201" },
    "response.unauthorized": { status: "=401" },
    "response.forbidden": { status: "=403" },
    "response.notFound": { status: "=404" },
    "response.abort": { status: "$1", throws: true },
    "response.redirect": { redirect: true },
  },
  calls: {
    [VERBS]: (call, model) => {
      const path = call.texts(0);
      const handler = call.argument(1);
      if (!path || !handler) return;
      const method = call.method === "any" ? "ALL" : call.method.toUpperCase();
      model.entryPoint({ kind: "http", method, path, handlers: [controllerAction(call, handler)] });
    },
    "resource|apiResource": (call, model) => {
      const path = call.text(0) ?? "*";
      const controller = loaded(call, call.argument(1));
      for (const [name, verb, suffix] of RESOURCE) {
        const action = controller && call.terms.member(call.terms.instance(controller), name);
        if (action?.kind !== "function") continue;
        model.entryPoint({
          kind: "http",
          method: verb,
          path: `${path}${suffix}`,
          handlers: [call.terms.handler(action, name)],
        });
      }
    },
    group: (call, model) => {
      const inner = call.argument(0);
      if (!inner) return;
      model.mount({ path: "", router: call.result });
      model.inside(call.result, () => void model.run(inner, []));
    },
    prefix: (call, model) => {
      const group = groupOf(call);
      if (group) model.on(group).prefix(call.text(0) ?? "");
    },
    "use|middleware": (call, model) => {
      const group = groupOf(call);
      if (group) model.on(group).middleware({ handlers: call.functions(0), everywhere: true });
    },
    "as|where|name|apiOnly|only|except|domain|namespace": () => {},
  },
});

/** The group that a chain (`group(…).prefix(…).use(…)`) began with. */
function groupOf(call: RegisterCall): Term | undefined {
  for (let term: Term | undefined = call.result; term?.kind === "external"; term = term.base)
    if (term.path.at(-1) === "group()") return term;
  return undefined;
}

/** `[OrdersController, "index"]`, also where the controller is imported on demand. */
function controllerAction(call: RegisterCall, term: Term): Handler {
  if (term.kind !== "array") return call.terms.handler(term);
  const [controller, action] = term.items;
  const name = call.terms.text(action) ?? "handle";
  const found = loaded(call, controller);
  const method = found && call.terms.member(call.terms.instance(found), name);
  return call.terms.handler(method ?? term, name);
}

function loaded(call: RegisterCall, term: Term | undefined): Term | undefined {
  const made = term?.kind === "function" ? call.terms.result(term, []) : term;
  return made?.kind === "module" ? call.terms.member(made, "default") : made;
}
