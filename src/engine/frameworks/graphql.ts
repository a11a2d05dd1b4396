// https://www.apollographql.com/docs/apollo-server/data/resolvers · https://the-guild.dev/graphql/yoga-server/docs/features/schema · https://the-guild.dev/graphql/tools/docs/resolvers
import type { Term } from "../model/term.ts";
import { defineFramework, type RegisterCall, type Registry, type TermView } from "./define-framework.ts";
import { type Compose, composition, uncomposed } from "./reading/composed-resolvers.ts";
import { makeContext } from "./reading/graphql-context.ts";
import { GRAPHQL_MEMBERS } from "./reading/graphql-members.ts";
import { ofSchema, RESOLVER, registerField, registerResolvers, resolverOf } from "./reading/resolver-map.ts";
import { directiveLinks, fieldGuards } from "./reading/schema-directives.ts";
import { applyRules } from "./reading/shield-rules.ts";

export default defineFramework({
  title: "GraphQL resolver maps (Apollo Server, GraphQL Yoga, GraphQL Tools)",
  packages: [
    "@apollo/server",
    "@apollo/subgraph",
    "@apollo/federation",
    "apollo-server",
    "apollo-server-express",
    "apollo-server-koa",
    "apollo-server-lambda",
    "apollo-server-micro",
    "apollo-server-fastify",
    "apollo-server-hapi",
    "apollo-server-cloud-functions",
    "apollo-server-azure-functions",
    "apollo-server-cloudflare",
    "@graphql-tools/schema",
    "graphql-tools",
    "graphql-yoga",
    "@as-integrations/next",
    "@as-integrations/express4",
    "@as-integrations/express5",
    "@as-integrations/koa",
    "@as-integrations/fastify",
    "@as-integrations/aws-lambda",
    "@as-integrations/azure-functions",
    "@as-integrations/cloudflare-workers",
    "@as-integrations/google-cloud-functions",
    "@as-integrations/h3",
    "graphql-modules",
  ],
  receivers: [""],
  handler: RESOLVER,
  members: GRAPHQL_MEMBERS,
  calls: {
    "ApolloServer|makeExecutableSchema|createSchema|buildSubgraphSchema|buildFederatedSchema|GraphQLServer": (
      call,
      model,
    ) => {
      for (const options of call.terms.items(call.argument(0))) {
        makeContext(call, model, call.terms.member(options, "context"), undefined, undefined, options);
        registerMaps(call, model, options);
        // GraphQL Yoga up to version 1: https://the-guild.dev/graphql/yoga-server/v1/middleware
        applyRules(model, call.result, call.terms.member(options, "middlewares"));
      }
    },
    // https://the-guild.dev/graphql/tools/docs/api/modules/schema_src#addresolverstoschema: before version 7 one after the other.
    "addResolversToSchema|addResolveFunctionsToSchema": (call, model) => {
      const [first, second] = call.arguments;
      const isOne = first?.kind === "object";
      const schema = isOne ? call.option(0, "schema") : first;
      const maps = isOne ? call.option(0, "resolvers") : second;
      if (schema && maps) registerMaps(call, model, call.terms.object({ typeDefs: schema, resolvers: maps }));
    },
    // https://the-guild.dev/graphql/modules/docs/essentials/resolvers
    createModule: (call, model) => {
      const { terms } = call;
      const maps = mapsOf(call, call.option(0, "resolvers")).filter(({ map }) => map.kind === "object");
      for (const { map, compose } of maps) registerResolvers(model, terms, map, compose);
      if (maps.length === 0) registerFolder(model, terms, `${call.place.file.split("/").slice(0, -1).join("/")}/`);
    },
    // https://www.apollographql.com/docs/apollo-server/integrations/integration-index
    "startStandaloneServer|expressMiddleware|koaMiddleware|fastifyApolloHandler|createYoga|startServerAndCreateNextHandler|startServerAndCreateLambdaHandler|startServerAndCreateCloudflareWorkersHandler|startServerAndCreateH3Handler":
      (call, model) => {
        const server = call.argument(0);
        const options = server?.kind === "external" ? server.arguments?.[0] : server;
        makeContext(call, model, call.option(1, "context") ?? call.option(0, "context"), undefined, undefined, options);
      },
  },
});

/** The resolvers of `{ typeDefs, resolvers }`. */
function registerMaps(call: RegisterCall, model: Registry, options: Term): void {
  const maps = mapsOf(call, call.terms.member(options, "resolvers"));
  const guarded = directivesAround(call, options);
  const ofThis = ofSchema(model, call.result);
  for (const { map, compose } of maps) registerResolvers(ofThis, call.terms, map, guarded(compose));
  if (maps.length > 0 && maps.every(({ map }) => isGathered(map))) registerGathered(ofThis, call.terms);
}

/** What directives of the schema ask stands ahead of the resolver of their field. */
function directivesAround(call: RegisterCall, options: Term): (compose: Compose) => Compose {
  const guards = fieldGuards(call.terms, options);
  if (!guards) return (compose) => compose;
  return (compose) => (operation, field, written) => {
    const inner = compose(operation, field, written);
    const directives = guards.byField.get(`${operation}.${field}`);
    if (!directives && guards.mayHideMore)
      return { ...inner, ahead: [{ ...call.terms.handler(options), name: "directives" }, ...inner.ahead] };
    const ahead = directiveLinks(call.terms, directives, written);
    return ahead.length === 0 ? inner : { ...inner, ahead: [...ahead, ...inner.ahead] };
  };
}

interface ResolverMap {
  readonly map: Term;
  readonly compose: Compose;
}

/** Resolver maps, out of arrays, `mergeResolvers([…])` and `composeResolvers(…)`. */
function mapsOf(call: RegisterCall, term: Term | undefined): readonly ResolverMap[] {
  return call.terms.items(term).flatMap((item): readonly ResolverMap[] => {
    const made = item.kind === "external" ? (item.path.at(-1) ?? "") : "";
    const given = item.kind === "external" ? (item.arguments ?? []) : [];
    if (/^(?:mergeResolvers|merge)\(\)$/.test(made)) return mapsOf(call, call.terms.array(given));
    if (made !== "composeResolvers()") return [{ map: item, compose: uncomposed }];
    const around = composition(call.terms, given[1]);
    return mapsOf(call, given[0]).map(({ map, compose }) => ({
      map,
      compose(operation, field, written) {
        const inner = compose(operation, field, written);
        const outer = around(operation, field, inner.resolve);
        return { resolve: outer.resolve, ahead: [...outer.ahead, ...inner.ahead] };
      },
    }));
  });
}

/**
 * `resolvers/Query/orders.ts`, one file for each field, beside the module or anywhere: what gathers them is generated.
 * https://the-guild.dev/graphql/codegen/docs/guides/graphql-server-apollo-yoga-with-server-preset
 */
function registerFolder(model: Registry, terms: TermView, folder: string): void {
  for (const path of terms.paths()) {
    const found = path.startsWith(folder) ? FIELD.exec(path.slice(folder.length)) : undefined;
    const [, operation = "", name = ""] = found ?? [];
    if (found)
      registerField(model, terms, operation, name, resolverOf(terms, terms.exported(path, name)) ?? terms.object({}));
  }
}

const FIELD = /(?:^|\/)resolvers\/(Query|Mutation|Subscription)\/(\w+)\.[cm]?[jt]s$/;

/** What code gathers when it starts: out of files found by a pattern, out of plug-ins. */
function isGathered(map: Term): boolean {
  // `const resolvers = {}`, into which a loop merges what a loader found.
  if (map.kind === "object") return map.fields.every(({ key }) => key === undefined);
  return map.kind !== "class" && map.kind !== "instance" && map.kind !== "module";
}

/** Maps that modules export, wherever they stand: `export default { Query, Mutation }` in files named for resolvers. */
function registerGathered(model: Registry, terms: TermView): void {
  const files = [...terms.paths()].filter((path) => NAMED_FOR_RESOLVERS.test(path) && !TRIED.test(path)).sort();
  for (const file of files.slice(0, MAXIMUM_GATHERED))
    for (const { value } of terms.exports(file)) if (value.kind === "object") registerResolvers(model, terms, value);
  registerFolder(model, terms, "");
}

const NAMED_FOR_RESOLVERS = /(?:^|[/.-])\w*(?:resolvers?|graphql|schema)s?(?:\/[\w-]+)?\.[cm]?[jt]s$/i;
const TRIED = /(?:^|\/)(?:tests?|__tests__|__mocks__|mocks?|generated|node_modules)\/|\.(?:d|test|spec)\.[cm]?[jt]s$/;
const MAXIMUM_GATHERED = 300;
