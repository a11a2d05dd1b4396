// https://github.com/kartikk221/hyper-express/blob/master/docs/Router.md · /docs/Server.md · /docs/Request.md · /docs/Response.md
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { EXPRESS_MEMBERS, EXPRESS_RESPONSES } from "./reading/express-request.ts";
import { use } from "./reading/express-routes.ts";

const VERBS = "get|post|put|patch|delete|del|head|options|opts|any|all|trace|connect";

export default defineFramework({
  title: "HyperExpress",
  packages: ["hyper-express"],
  receivers: ["new Server()", "new Router()"],
  roots: ["new Server()"],
  handler: { parameters: ["request", "response", "next"], returns: "nothing" },
  members: { ...EXPRESS_MEMBERS, "request.path_parameters": "params", "request.query_parameters": "query" },
  methods: { "request.json": "body", "request.text": "body", "request.urlencoded": "body", "request.buffer": "body" },
  responses: EXPRESS_RESPONSES,
  calls: {
    [VERBS]: (call, model) => route(call, model, call.texts(0), 1),
    [`route().${VERBS}`]: (call, model) => {
      const path = call.earlier("route", 0);
      route(call, model, path?.kind === "literal" ? [String(path.value)] : undefined, 0);
    },
    ws: (call, model) => {
      const handlers = call.functions(1).slice(-1);
      const path = call.texts(0);
      const handler = { parameters: ["context"], returns: "nothing" } as const;
      if (path && handlers.length > 0) model.entryPoint({ kind: "socket", path, handlers, handler });
    },
    use,
  },
});

/** `get("/orders", { middlewares: [login] }, handler)`: options may stand between the path and the handlers. */
function route(call: RegisterCall, model: Registry, path: readonly string[] | undefined, from: number): void {
  const ahead = call.terms.items(call.option(from, "middlewares")).map((term) => call.terms.handler(term));
  const handlers = [...ahead, ...call.functions(from).filter(({ term }) => term.kind !== "object")];
  if (!path || handlers.length === 0) return;
  const method = { any: "ALL", del: "DELETE", opts: "OPTIONS" }[call.method] ?? call.method.toUpperCase();
  model.entryPoint({ kind: "http", method, path, handlers });
}
