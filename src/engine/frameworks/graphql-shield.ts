// https://the-guild.dev/graphql/shield/docs/shield · https://github.com/dimatill/graphql-middleware · https://the-guild.dev/graphql/envelop/plugins/use-graphql-middleware
import { defineFramework } from "./define-framework.ts";
import { applyRules, RULE } from "./reading/shield-rules.ts";

export default defineFramework({
  title: "GraphQL Shield",
  packages: ["graphql-shield", "graphql-middleware", "@envelop/graphql-middleware"],
  servedBy: "graphql",
  receivers: [""],
  handler: RULE,
  calls: {
    "applyMiddleware|applyMiddlewareToDeclaredResolvers": (call, model) =>
      applyRules(model, call.argument(0), call.terms.array(call.arguments.slice(1))),
    useGraphQLMiddleware: (call, model) => applyRules(model, undefined, call.argument(0)),
  },
});
