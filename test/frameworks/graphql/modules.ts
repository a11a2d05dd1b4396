// file: src/orders/index.ts
import { createModule, gql } from "graphql-modules";
export const orders = createModule({
  id: "orders",
  dirname: __dirname,
  typeDefs: [gql`type Query { orders: [String!]! }`],
  resolvers: { Query: { orders: () => [] }, Mutation: { pay: async (_: unknown, args: { id: string }) => args.id } }, // entry: QUERY orders // entry: MUTATION pay
});

// file: src/users/index.ts
import { createModule } from "graphql-modules";
import typeDefs from "./module.graphql";
import { resolvers } from "./resolvers.generated";
export const users = createModule({ id: "users", typeDefs, resolvers });

// file: src/users/resolvers/Query/me.ts
export const me = async (_: unknown, __: unknown, context: { user: unknown }) => context.user; // entry: QUERY me

// file: src/users/resolvers/User.ts
export const User = {};
