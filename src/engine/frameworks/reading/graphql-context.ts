/** What resolvers find in the context that their server makes: `context: async ({ req }) => ({ user, orders })`. */
import type { Term } from "../../model/term.ts";
import type { HandlerShape, ParameterShape, RegisterCall, Registry } from "../define-framework.ts";

/**
 * What Apollo Server and Yoga give the function that makes it; `ctx` is Koa's, `event` that of a Lambda.
 * https://www.apollographql.com/docs/apollo-server/v3/api/apollo-server#middleware-specific-context-fields
 */
const BY_FIELDS: readonly ParameterShape[] = [
  {
    of: "request",
    fields: { req: "request", request: "request", event: "request", ctx: "context", res: "response" },
  },
];

/**
 * @param parameters What the server gives the function, where it is no object with the request.
 * @param framework Whose request that is.
 */
export function makeContext(
  call: RegisterCall,
  model: Registry,
  create: Term | undefined,
  parameters: readonly ParameterShape[] = BY_FIELDS,
  framework = "graphql",
): void {
  if (!create) return;
  const made = create.kind === "object" ? create : call.terms.result(create, parameters);
  const shape: HandlerShape = { parameters, returns: "value" };
  const maker = create.kind === "function" ? { ...call.terms.handler(create, "context"), shape, framework } : undefined;
  if (made) model.context(made, maker, "graphql");
}
