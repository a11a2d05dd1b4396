// https://nexusjs.org/docs/api/object-type · https://nexusjs.org/docs/api/extend-type · https://nexusjs.org/docs/api/query-field
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry } from "./define-framework.ts";
import { RESOLVER, registerField } from "./reading/resolver-map.ts";

const OPERATIONS: Readonly<Record<string, string>> = {
  query: "Query",
  mutation: "Mutation",
  subscription: "Subscription",
};

export default defineFramework({
  title: "Nexus",
  packages: ["nexus", "@nexus/schema"],
  servedBy: "graphql",
  receivers: ["Query()", "Mutation()", "Subscription()", ""],
  handler: RESOLVER,
  calls: {
    "queryType|mutationType|subscriptionType": (call, model) =>
      define(call, model, OPERATIONS[call.method.replace("Type", "")], call.option(0, "definition")),
    "objectType|extendType": (call, model) =>
      define(
        call,
        model,
        call.terms.text(call.option(0, "name")) ?? call.terms.text(call.option(0, "type")),
        call.option(0, "definition"),
      ),
    "queryField|mutationField|subscriptionField": (call, model) => {
      const operation = OPERATIONS[call.method.replace("Field", "")];
      const given = call.argument(0);
      if (given?.kind === "function") define(call, model, operation, given);
      else field(call, model, operation ?? "", call.text(0), call.argument(1));
    },
    "**.field|connectionField|string|int|float|boolean|id|date|json": (call, model) => {
      const operation = call.receiver.kind === "external" ? (call.receiver.path.at(-1) ?? "").replace("()", "") : "";
      if (!Object.values(OPERATIONS).includes(operation)) return;
      const named = call.argument(0)?.kind === "object" ? call.option(0, "name") : call.argument(0);
      const options = call.argument(0)?.kind === "object" ? call.argument(0) : call.argument(1);
      field(call, model, operation, call.terms.text(named), options);
    },
  },
});

/** `definition(t) { t.field("orders", { … }) }` of an operation; other types are reached through these. */
function define(
  call: RegisterCall,
  model: Registry,
  operation: string | undefined,
  definition: Term | undefined,
): void {
  if (!definition || !operation || !Object.values(OPERATIONS).includes(operation)) return;
  const builder = call.terms.external("nexus", [`${operation}()`], call.result, call.place);
  model.run(definition, [{ term: builder }]);
}

function field(
  call: RegisterCall,
  model: Registry,
  operation: string,
  name: string | undefined,
  options: Term | undefined,
): void {
  const { terms } = call;
  const resolve = terms.member(options, "subscribe") ?? terms.member(options, "resolve");
  if (name === undefined || !resolve) return;
  const authorize = terms.member(options, "authorize");
  const ahead: readonly Handler[] = authorize
    ? [{ ...terms.handler(authorize, "authorize"), place: call.place, name: "authorize", guard: "role" }]
    : [];
  registerField(model, terms, operation, name, resolve, ahead);
}
