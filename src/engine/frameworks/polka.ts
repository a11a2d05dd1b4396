// https://github.com/lukeed/polka#api · https://github.com/pillarjs/router#api
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { use } from "./reading/express-routes.ts";

const VERBS = "get|post|put|patch|delete|head|options|all|trace|connect";

export default defineFramework({
  title: "Polka",
  packages: ["polka", "router"],
  receivers: ["default()", "new default()"],
  handler: { parameters: ["request", "response", "next"], returns: "nothing" },
  members: {
    "request.body": "body",
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.user": "identity",
    "request.session": "session",
  },
  responses: {
    "response.end": { value: "$0" },
    "response.writeHead": { status: "$0", sets: true },
    "response.statusCode=": { status: "$0" },
  },
  chains: true,
  calls: {
    [VERBS]: (call, model) => route(call, model, call.method, 0),
    add: (call, model) => route(call, model, call.text(0) ?? "ALL", 1),
    use,
  },
});

function route(call: RegisterCall, model: Registry, method: string, at: number): void {
  const handlers = call.functions(at + 1);
  const path = call.texts(at);
  if (path && handlers.length > 0) model.entryPoint({ kind: "http", method: method.toUpperCase(), path, handlers });
}
