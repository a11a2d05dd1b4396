// Two servers of one workspace: each resolver is given the context of its own, and what the context throws it refuses.

// file: package.json
{ "name": "fleet", "private": true }
// file: apps/crew/package.json
{ "name": "crew", "dependencies": { "@apollo/server": "4" } }
// file: apps/crew/src/index.ts
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { GraphQLError } from "graphql";
import jwt from "jsonwebtoken";
import { resolvers } from "./resolvers";
function signedIn(token: string | undefined) {
  if (!token) throw new GraphQLError("sign in", { extensions: { http: { status: 401 } } }); // guard: authentication context
  return jwt.verify(token, process.env.JWT_SECRET!);
}
const server = new ApolloServer({ typeDefs: "", resolvers });
await startStandaloneServer(server, {
  context: async ({ req }) => {
    const user = signedIn(req.headers.authorization);
    if (req.headers["x-test"]) return { user, source: "test" };
    return { user, source: "live" };
  },
});
// file: apps/crew/src/resolvers.ts
export const resolvers = { Query: { crew: (_p, _a, { source }) => source } }; // entry: QUERY crew
// file: apps/tides/package.json
{ "name": "tides", "dependencies": { "@apollo/server": "4" } }
// file: apps/tides/src/index.ts
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
const resolvers = { Query: { tides: () => [] } }; // entry: QUERY tides
const server = new ApolloServer({ typeDefs: "", resolvers });
await startStandaloneServer(server, { context: async () => ({ open: true }) });
