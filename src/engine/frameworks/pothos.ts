// https://pothos-graphql.dev/docs/guide/queries-mutations-and-subscriptions · https://pothos-graphql.dev/docs/plugins/scope-auth
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry } from "./define-framework.ts";

const METHODS: Readonly<Record<string, string>> = {
  query: "QUERY",
  mutation: "MUTATION",
  subscription: "SUBSCRIPTION",
};

export default defineFramework({
  title: "Pothos",
  packages: ["@pothos/core"],
  servedBy: "graphql",
  receivers: ["new default()", "new SchemaBuilder()"],
  handler: { parameters: ["context.parent", "arguments", "context", "context.info"], returns: "response" },
  members: {
    "context.user": "identity",
    "context.userId": "identity",
    "context.currentUser": "identity",
    "context.session": "session",
    "context.req": "request",
    "context.request": "request",
    "request.headers": "headers",
  },
  composes: /\bbuilder\.(?:query|mutation|subscription)\w*\(/,
  calls: {
    "queryField|mutationField|subscriptionField": (call, model) => {
      const make = call.argument(1);
      const name = call.text(0);
      const made = make && call.terms.result(make, [{ term: fieldBuilder(call) }]);
      if (name !== undefined && made) field(call, model, name, made);
    },
    // https://pothos-graphql.dev/docs/plugins/relay
    relayMutationField: (call, model) => {
      const name = call.text(0);
      const resolve = call.option(2, "resolve");
      if (name === undefined || !resolve) return;
      const handler = call.terms.handler(resolve, name);
      model.entryPoint({
        kind: "graphql",
        method: "MUTATION",
        path: name,
        handlers: [handler],
        detached: true,
        place: handler.place,
      });
    },
    "queryFields|mutationFields|subscriptionFields": (call, model) => fields(call, model, call.argument(0)),
    "queryType|mutationType|subscriptionType": (call, model) => fields(call, model, call.option(0, "fields")),
  },
});

/** What `(t) => t.field({ … })` is given. */
function fieldBuilder(call: RegisterCall): Term {
  return call.terms.external("@pothos/core", ["fieldBuilder"], call.receiver, call.place);
}

function fields(call: RegisterCall, model: Registry, make: Term | undefined): void {
  const made = make && call.terms.result(make, [{ term: fieldBuilder(call) }]);
  for (const { name, value } of call.terms.fields(made)) field(call, model, name, value);
}

function field(call: RegisterCall, model: Registry, name: string, made: Term): void {
  const options =
    made.kind === "external" ? made.arguments?.find((argument) => call.terms.member(argument, "resolve")) : undefined;
  const resolve = call.terms.member(options, "resolve");
  if (!resolve) return;
  const scopes = call.terms.member(options, "authScopes");
  const guards: readonly Handler[] = scopes
    ? [{ ...call.terms.handler(scopes, "authScopes"), place: call.place, name: "authScopes", guard: "role" }]
    : [];
  const handler = call.terms.handler(resolve, name);
  model.entryPoint({
    kind: "graphql",
    method: METHODS[call.method.replace(/(?:Fields?|Type)$/, "")] ?? "QUERY",
    path: name,
    handlers: [...guards, handler],
    detached: true,
    place: handler.place,
  });
}
