// https://graphql.org/graphql-js/constructing-types/ · https://graphql.org/graphql-js/running-an-express-graphql-server/ · https://github.com/graphql/graphql-http
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { RESOLVER, registerField, registerFields, resolverOf } from "./reading/resolver-map.ts";

const ROOTS = { query: "Query", mutation: "Mutation", subscription: "Subscription" } as const;

export default defineFramework({
  title: "GraphQL.js",
  packages: ["graphql", "graphql-http", "express-graphql", "koa-graphql"],
  servedBy: "graphql",
  receivers: [""],
  handler: RESOLVER,
  calls: {
    GraphQLSchema: (call, model) => {
      for (const [option, operation] of Object.entries(ROOTS)) {
        const fields = fieldsOf(call.terms, call.option(0, option));
        registerFields(model, call.terms, operation, fields);
      }
    },
    "createHandler|graphqlHTTP|default": handler,
  },
});

/** `new GraphQLObjectType({ fields })`: an object, or a function that gives it. */
function fieldsOf(terms: TermView, type: Term | undefined): Term | undefined {
  if (type?.kind !== "external" || !/GraphQLObjectType\(\)$/.test(type.path.at(-1) ?? "")) return undefined;
  const fields = terms.member(type.arguments?.[0], "fields");
  return fields?.kind === "function" ? terms.result(fields, []) : fields;
}

/** `createHandler({ schema, rootValue })`: functions of the root value, told apart by the schema's own text. */
function handler(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const schema = call.option(0, "schema");
  const text =
    schema?.kind === "external" && schema.path.at(-1) === "buildSchema()" ? schema.arguments?.[0] : undefined;
  const mutations = namesOf(terms.text(text) ?? "", "Mutation");
  for (const { name, value } of terms.fields(call.option(0, "rootValue"))) {
    const resolve = resolverOf(terms, value);
    if (resolve?.kind !== "function") continue;
    registerField(model, terms, mutations.has(name) ? "Mutation" : "Query", name, resolve);
  }
}

/** Names of the fields of a type: `type Mutation { pay(id: ID!): Order }`. */
function namesOf(schema: string, type: string): ReadonlySet<string> {
  const body = new RegExp(`type\\s+${type}\\s*\\{([^}]*)\\}`).exec(schema)?.[1] ?? "";
  return new Set([...body.matchAll(/(\w+)\s*(?:\([^)]*\))?\s*:/g)].map((found) => found[1] ?? ""));
}
