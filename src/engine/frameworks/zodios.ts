// https://www.zodios.org/docs/server/express-app · https://www.zodios.org/docs/server/express-router · https://www.zodios.org/docs/server/express-context
import { defineFramework } from "./define-framework.ts";
import { EXPRESS_MEMBERS, EXPRESS_METHODS, EXPRESS_RESPONSES } from "./reading/express-request.ts";
import { use } from "./reading/express-routes.ts";

const APPS = ["zodiosApp()", "zodiosNextApp()", "zodiosContext().app()", "zodiosContext().nextApp()"];

/** Express with an API described by schemas: what is sent is checked against them ahead of the handlers. */
export default defineFramework({
  title: "Zodios",
  packages: ["@zodios/express"],
  receivers: [...APPS, "zodiosRouter()", "zodiosContext().router()"],
  roots: APPS,
  fallsThrough: true,
  handler: { parameters: ["request", "response", "next"], returns: "nothing" },
  showsRest: true,
  callable: true,
  members: EXPRESS_MEMBERS,
  methods: EXPRESS_METHODS,
  responses: EXPRESS_RESPONSES,
  calls: {
    "get|post|put|patch|delete|head|options|all": (call, model) => {
      const handlers = call.functions(1);
      if (handlers.length === 0) return;
      const described = { ...call.terms.handler(call.receiver, "api"), guard: "validation" } as const;
      model.entryPoint({
        kind: "http",
        method: call.method.toUpperCase(),
        path: call.texts(0) ?? "*",
        handlers: [described, ...handlers],
      });
    },
    use,
  },
});
