// https://graphql.org/graphql-js/constructing-types/ · https://graphql.org/graphql-js/running-an-express-graphql-server/ · https://github.com/graphql/graphql-http
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { makeContext } from "./reading/graphql-context.ts";
import { GRAPHQL_MEMBERS } from "./reading/graphql-members.ts";
import {
  OF_ROOT_VALUE,
  ofSchema,
  RESOLVER,
  registerField,
  registerFields,
  resolverOf,
} from "./reading/resolver-map.ts";

const ROOTS = { query: "Query", mutation: "Mutation", subscription: "Subscription" } as const;

export default defineFramework({
  title: "GraphQL.js",
  packages: ["graphql", "graphql-http", "express-graphql", "koa-graphql"],
  servedBy: "graphql",
  receivers: [""],
  handler: RESOLVER,
  members: GRAPHQL_MEMBERS,
  calls: {
    GraphQLSchema: (call, model) => {
      for (const [option, operation] of Object.entries(ROOTS)) {
        const fields = fieldsOf(call.terms, call.option(0, option));
        registerFields(ofSchema(model, call.result), call.terms, operation, fields);
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

/**
 * `createHandler({ schema, rootValue, context })`, or a function of the request that gives these. Functions of the root
 * value are told apart by the schema's own text; what else it holds is the parent of every field of the operations.
 */
function handler(call: RegisterCall, model: Registry): void {
  const { terms } = call;
  const given = call.argument(0);
  const options = given?.kind === "function" ? terms.result(given, ["request", "response"]) : given;
  const schema = terms.member(options, "schema");
  const root = terms.member(options, "rootValue");
  const made = terms.member(options, "context");
  const context = made?.kind === "function" ? terms.result(made, ["request", "response"]) : made;
  const fields = Object.fromEntries(terms.fields(context).map(({ name, value }) => [name, value]));
  const holdsRoot = root !== undefined && terms.fields(root).length > 0;
  if (holdsRoot || Object.keys(fields).length > 0)
    makeContext(call, model, terms.object({ ...fields, ...(holdsRoot && { parent: root }) }));
  const text =
    schema?.kind === "external" && schema.path.at(-1) === "buildSchema()" ? schema.arguments?.[0] : undefined;
  const mutations = namesOf(terms.text(text) ?? "", "Mutation");
  for (const { name, value } of terms.fields(root)) {
    const resolve = resolverOf(terms, value);
    if (resolve?.kind !== "function") continue;
    registerField(model, terms, mutations.has(name) ? "Mutation" : "Query", name, resolve, [], OF_ROOT_VALUE);
  }
}

/** Names of the fields of a type: `type Mutation { pay(id: ID!): Order }`. */
function namesOf(schema: string, type: string): ReadonlySet<string> {
  const body = new RegExp(`type\\s+${type}\\s*\\{([^}]*)\\}`).exec(schema)?.[1] ?? "";
  return new Set([...body.matchAll(/(\w+)\s*(?:\([^)]*\))?\s*:/g)].map((found) => found[1] ?? ""));
}
