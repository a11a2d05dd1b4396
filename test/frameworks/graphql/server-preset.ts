// One file for each field; the map of them is generated when the service is built, and not read.
// https://the-guild.dev/graphql/codegen/docs/guides/graphql-server-apollo-yoga-with-server-preset
// file: src/server.ts
import { createSchema, createYoga } from "graphql-yoga";
import { resolvers } from "./schema/resolvers.generated.js";
import { typeDefs } from "./schema/typeDefs.generated.js";

export const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }) as any });

// file: src/schema/resolvers/Query/gyms.ts
import type { QueryResolvers } from "./../../types.generated.js";

export const gyms: NonNullable<QueryResolvers["gyms"]> = async () => []; // entry: QUERY gyms

// file: src/schema/billing/resolvers/Mutation/pay.ts
export const pay = { resolve: async (_parent: unknown, { id }: { id: string }) => id }; // entry: MUTATION pay

// file: src/schema/resolvers/Gym.ts
export const Gym = {};
