// https://expressjs.com/en/5x/api.html · https://expressjs.com/en/guide/routing.html · https://expressjs.com/en/guide/error-handling.html
import type { Term } from "../model/term.ts";
import { defineFramework, type HandlerShape, type RegisterCall, type Registry } from "./define-framework.ts";
import { EXPRESS_MEMBERS, EXPRESS_METHODS, EXPRESS_RESPONSES } from "./reading/express-request.ts";
import { use } from "./reading/express-routes.ts";
import { hasParameter } from "./reading/parameters.ts";
import { handsOn } from "./reading/proxied.ts";

const VERBS =
  "get|post|put|patch|delete|head|options|all|copy|lock|merge|mkcol|move|notify|propfind|purge|report|search|subscribe|unlock|unsubscribe|m-search|mkactivity|mkcalendar|proppatch|checkout|trace|query|acl|connect|link|unlink";

export default defineFramework({
  title: "Express",
  packages: ["express", "express-promise-router", "@types/express", "express-ws"],
  // https://expressjs.com/en/guide/migrating-5.html#req.query
  intake: { flatQuerySince: { package: "express", version: 5 } },
  receivers: [
    "default()",
    "Router()",
    "new Router()",
    "new default()",
    "new Express()",
    "new Application()",
    "new IRouter()",
    "new core.Express()",
    // `const { app } = expressWs(express())` of express-ws: the same application.
    "default().app",
  ],
  roots: ["default()"],
  adopts: "Router()",
  fallsThrough: true,
  handler: { parameters: ["request", "response", "next"], returns: "nothing" },
  showsRest: true,
  callable: true,
  applications: { "request.app": "default()" },
  settings: { puts: "set", takes: "get" },
  members: EXPRESS_MEMBERS,
  methods: EXPRESS_METHODS,
  responses: EXPRESS_RESPONSES,
  calls: {
    [VERBS]: (call, model) => route(call, model, call.texts(0), 1),
    [`route().${VERBS}`]: (call, model) => {
      const path = call.earlier("route", 0);
      route(call, model, path?.kind === "literal" ? [String(path.value)] : undefined, 0);
    },
    // https://github.com/HenningM/express-ws#readme
    ws: (call, model) => {
      const handlers = call.functions(1);
      const shape: HandlerShape = { parameters: ["response", "request", "next"], returns: "nothing" };
      if (handlers.length > 0) model.entryPoint({ kind: "socket", path: call.texts(0), handlers, handler: shape });
    },
    use,
    param: (call, model) => {
      const name = call.text(0);
      const shape: HandlerShape = { parameters: ["request", "response", "next", `params.${name}`], returns: "nothing" };
      const handlers = call.functions(1).map((handler) => ({ ...handler, shape }));
      if (name !== undefined)
        model.middleware({ handlers, everywhere: true, own: true, applies: (_, path) => hasParameter(path, name) });
    },
  },
});

/** `app.get("setting")` reads a setting: a route has a handler. */
function route(call: RegisterCall, model: Registry, path: readonly string[] | undefined, from: number): void {
  const given = call.functions(from);
  // `app.all("/orders*", router)` hands the whole address on: the router's own paths hold as they are.
  const router = given.find(({ term }) => isRouter(term));
  const handlers = given.filter(({ term }) => !isRouter(term));
  if (router) model.mount({ path: "", router: router.term, handlers });
  if (router || handlers.length === 0) return;
  const forwards = handsOn(handlers);
  model.entryPoint({ kind: "http", method: call.method.toUpperCase(), path: path ?? "*", handlers, forwards });
}

function isRouter(term: Term): boolean {
  return (
    term.kind === "external" &&
    term.package === "express" &&
    term.path.length === 1 &&
    /(?:Router|default)\(\)$/.test(term.path[0] ?? "")
  );
}
