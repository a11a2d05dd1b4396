/** What resolvers find in the context that their server makes: `context: async ({ req }) => ({ user, orders })`. */
import type { Term } from "../../model/term.ts";
import type { HandlerShape, ParameterShape, RegisterCall, Registry, TermView } from "../define-framework.ts";
import { fieldGuards } from "./schema-directives.ts";
import { isShield } from "./shield-rules.ts";

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
 * @param options What the server was made of: whether something may stand between the context and the resolvers.
 */
export function makeContext(
  call: RegisterCall,
  model: Registry,
  create: Term | undefined,
  parameters: readonly ParameterShape[] = BY_FIELDS,
  framework = "graphql",
  options?: Term,
): void {
  const sources = dataSourcesOf(call.terms, options);
  if (!create && !sources) return;
  const made = create?.kind === "object" ? create : create && call.terms.result(create, parameters);
  const shape: HandlerShape = { parameters, returns: standsAlone(call.terms, options) ? "context" : "value" };
  const maker =
    create?.kind === "function" ? { ...call.terms.handler(create, "context"), shape, framework } : undefined;
  if (made ?? sources)
    model.context(made ?? call.terms.object({}), maker, "graphql", sources && { dataSources: sources });
}

/**
 * `dataSources: () => ({ orders: new Orders(db) })` of Apollo Server up to version 3.
 * https://www.apollographql.com/docs/apollo-server/v3/data/data-sources
 */
function dataSourcesOf(terms: TermView, options: Term | undefined): Term | undefined {
  const written = terms.member(options, "dataSources");
  return written?.kind === "object" ? written : written && terms.result(written, []);
}

/**
 * Nothing but the context runs ahead of the resolvers: the schema is what the library made of texts and resolvers, with
 * no directives, permissions or plug-ins around it.
 * https://www.apollographql.com/docs/apollo-server/security/authentication
 */
function standsAlone(terms: TermView, options: Term | undefined): boolean {
  if (options?.kind !== "object") return false;
  const fields = terms.fields(options);
  if (
    fields.some(({ name }) => /^(?:middlewares?|modules|gateway|schemaTransforms)$/.test(name)) ||
    mayCarry(terms, options)
  )
    return false;
  const plugins = terms.items(terms.member(options, "plugins"));
  if (
    plugins.some((plugin) => plugin.kind === "external" && MAY_ASK.test(`${plugin.package} ${plugin.path.join(".")}`))
  )
    return false;
  const schema = terms.member(options, "schema");
  if (!schema) return fields.some(({ name }) => name === "resolvers");
  return terms.items(schema).every((one) => isMadeOfResolvers(terms, one));
}

const MAY_ASK = /auth|jwt|session|shield|permission|guard|envelop/i;

function isMadeOfResolvers(terms: TermView, schema: Term): boolean {
  // What a transformer adds for directives was read with the schema.
  if (schema.kind === "external" && schema.path.at(-1) === "mapSchema()" && schema.arguments?.[0])
    return isReadable(terms, schema.arguments[0]) && isMadeOfResolvers(terms, schema.arguments[0]);
  // Rules by field stand ahead of those fields, and of no other. https://the-guild.dev/graphql/shield/docs
  if (schema.kind === "external" && schema.path.at(-1) === "applyMiddleware()") {
    const [inner, ...rules] = schema.arguments ?? [];
    const areRules = rules.every(isShield);
    return inner !== undefined && areRules && isMadeOfResolvers(terms, inner);
  }
  if (schema.kind !== "external") return false;
  const given = schema.arguments?.[0];
  // https://the-guild.dev/graphql/tools/docs/schema-merging
  const merged = schema.path.at(-1) === "mergeSchemas()" ? terms.member(given, "schemas") : undefined;
  if (merged) return terms.items(merged).every((one) => isMadeOfResolvers(terms, one));
  if (!MAKES_SCHEMA.test(schema.path.at(-1) ?? "") || terms.member(given, "globalMiddlewares")) return false;
  return !mayCarry(terms, given);
}

/** A field may carry a directive that nobody read. */
function mayCarry(terms: TermView, options: Term | undefined): boolean {
  return terms.member(options, "schemaDirectives") !== undefined && fieldGuards(terms, options)?.mayHideMore !== false;
}

function isReadable(terms: TermView, schema: Term): boolean {
  const [options] = schema.kind === "external" ? (schema.arguments ?? []) : [];
  return fieldGuards(terms, options) !== undefined;
}

const MAKES_SCHEMA =
  /^(?:makeExecutableSchema|createSchema|buildSchema|buildSchemaSync|buildSubgraphSchema|buildFederatedSchema)\(\)$/;
