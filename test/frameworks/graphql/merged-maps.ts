// Resolver maps put together with lodash: what stands below one name is merged, too.

// file: src/index.ts
import { ApolloServer } from "@apollo/server";
import merge from "lodash/merge.js";
import cargo from "./cargo.js";
import * as crew from "./crew.js";

new ApolloServer({ typeDefs: "", resolvers: merge({}, cargo, crew) });
// file: src/cargo.ts
export default {
  Query: { cargo: () => [] }, // entry: QUERY cargo
  Mutation: { load: (_, { id }) => id }, // entry: MUTATION load
};
// file: src/crew.ts
export const Query = { crew: () => [] }; // entry: QUERY crew
export const Mutation = { hire: (_, { name }) => name }; // entry: MUTATION hire
