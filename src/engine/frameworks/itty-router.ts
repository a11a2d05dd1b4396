// https://itty.dev/itty-router/concepts · https://itty.dev/itty-router/routers
import { defineFramework } from "./define-framework.ts";
import { FETCH_METHODS } from "./reading/fetch-request.ts";
import { prefixFromOptions } from "./reading/router-prefix.ts";

export default defineFramework({
  title: "itty-router",
  packages: ["itty-router"],
  receivers: ["Router()", "AutoRouter()", "IttyRouter()"],
  handler: { parameters: ["request", "context.env", "context"], returns: "passes" },
  members: {
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.content": "body",
    "request.user": "identity",
  },
  methods: FETCH_METHODS,
  responses: { "error()": { status: "$0" }, "json()": { value: "$0" }, "status()": { status: "$0" } },
  chains: true,
  calls: {
    "get|post|put|patch|delete|head|options|all|puppy": (call, model) => {
      prefixFromOptions(call, model, "base");
      const path = call.texts(0);
      const handlers = call.functions(1);
      const inner = handlers.find(
        ({ term }) => term.kind === "external" && /^(?:fetch|handle)$/.test(term.path.at(-1) ?? ""),
      );
      // `router.all("/child/*", child.fetch)`: the child says its own base.
      if (inner?.term.kind === "external" && inner.term.base) return model.mount({ path: "", router: inner.term.base });
      if (path && handlers.length > 0)
        model.entryPoint({ kind: "http", method: call.method.toUpperCase(), path, handlers });
    },
  },
});
