// https://github.com/delvedor/find-my-way#api
import { defineFramework, type RegisterCall, type Registry } from "./define-framework.ts";

export default defineFramework({
  title: "find-my-way",
  packages: ["find-my-way"],
  receivers: ["default()"],
  handler: { parameters: ["request", "response", "params"], returns: "nothing" },
  members: { "request.headers": "headers", "request.url": "query" },
  methods: { "request.on": "body" },
  responses: { "response.end": { value: "$0" }, "response.statusCode=": { status: "$0" } },
  calls: {
    on: (call, model) => route(call, model, call.texts(0) ?? ["ALL"], 1),
    "get|post|put|patch|delete|head|options|all": (call, model) => route(call, model, [call.method], 0),
  },
});

function route(call: RegisterCall, model: Registry, methods: readonly string[], at: number): void {
  const handler = call.functions(at + 1).findLast((one) => one.term.kind !== "object");
  const path = call.texts(at);
  if (!handler || !path) return;
  for (const method of methods)
    model.entryPoint({ kind: "http", method: method.toUpperCase(), path, handlers: [handler] });
}
