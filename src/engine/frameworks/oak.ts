// https://jsr.io/@oak/oak/doc · https://github.com/oakserver/oak
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";
import { use } from "./reading/express-routes.ts";
import { prefixFromOptions } from "./reading/router-prefix.ts";

export default defineFramework({
  title: "Oak",
  packages: ["@oak/oak", "oak", "jsr:@oak/oak", "npm:@oakserver/oak"],
  receivers: ["new Application()", "new Router()"],
  roots: ["new Application()"],
  handler: { parameters: ["context", "next"], returns: "nothing" },
  members: {
    "context.request": "request",
    "context.response": "response",
    "context.params": "params",
    "context.cookies": "cookies",
    "context.state": "identity",
    "request.body": "body",
    "request.headers": "headers",
  },
  methods: { "request.body": "body" },
  responses: {
    "context.throw": { status: "$0", throws: true },
    "response.redirect": { redirect: true },
    "response.status=": { status: "$0" },
    "response.body=": { value: "$0" },
  },
  chains: true,
  calls: {
    "get|post|put|patch|delete|head|options|all": (call, model) => {
      const at = call.text(0) !== undefined && call.text(1) !== undefined ? 1 : 0;
      route(call, model, [call.method], at);
    },
    add: (call, model) => route(call, model, call.texts(0) ?? ["all"], 1),
    prefix: (call, model) => model.prefix(call.text(0) ?? ""),
    use,
  },
});

/** `new Router({ prefix: "/v1" })`, then the path at this position and the handlers after it. */
function route(call: RegisterCall, model: Registry, methods: readonly string[], at: number): void {
  prefixFromOptions(call, model);
  const path = call.texts(at);
  const handlers = call.functions(at + 1);
  if (!path || handlers.length === 0) return;
  for (const method of methods) model.entryPoint({ kind: "http", method: method.toUpperCase(), path, handlers });
}
