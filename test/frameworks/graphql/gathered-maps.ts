// Resolver maps that only run time gathers: out of files found by a pattern.

// file: src/server.ts
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import { loadFilesSync } from "@graphql-tools/load-files";
import { mergeResolvers } from "@graphql-tools/merge";

const resolvers = mergeResolvers(loadFilesSync(join(__dirname, "modules/**/*.resolvers.ts")));
new ApolloServer({ typeDefs: "", resolvers });
// file: src/modules/tides/tides.resolvers.ts
import rise from "./rise";

export default {
  Query: { tides: () => [] }, // entry: QUERY tides
  Mutation: { rise },
};
// file: src/modules/tides/rise.ts
export default (_, { by }) => by; // entry: MUTATION rise
// file: src/modules/moons/resolvers/index.ts
export const resolvers = { Mutation: { wane: () => true } }; // entry: MUTATION wane
// file: src/modules/moons/resolvers/names.ts
export default { Query: "query", Mutation: "mutation" };
