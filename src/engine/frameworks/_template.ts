// The page of the manual that this relies on: https://example.com/docs/routing
import { defineFramework } from "./define-framework.ts";

export default defineFramework({
  title: "TEMPLATE",
  packages: ["TEMPLATE"],
  // Values that register handlers, followed through variables, parameters and imports.
  receivers: ["new Router()"],
  // What a handler is given, by position.
  handler: { parameters: ["context"], returns: "response" },
  members: { "context.params": "params", "context.query": "query" },
  methods: { "context.json": "body" },

  calls: {
    "get|post|put|patch|delete": (call, model) =>
      model.entryPoint({
        kind: "http",
        method: call.method.toUpperCase(),
        path: call.text(0),
        handlers: call.functions(1),
      }),
    use: (call, model) => model.middleware({ path: call.text(0) ?? "*", handlers: call.functions(0) }),
  },
});
