// Maps that a loop at the top of a module fills: by spreading into a variable that is set again, and by the names of files.
// file: src/server.ts
import { ApolloServer } from "@apollo/server";
import resolvers from "./resolvers";
new ApolloServer({ typeDefs: "", resolvers });

// file: src/resolvers/index.ts
import { readdirSync } from "node:fs";

const modules = [require("../orders"), require("../users")];
let queries = { version: () => 1 }; // entry: QUERY version
let types = {};
modules.forEach((one) => {
  const found = one.queries;
  queries = { ...queries, ...found };
  types = { ...types, ...one.types };
});

const mutations: Record<string, unknown> = {};
readdirSync(__dirname)
  .filter((name) => name !== "index.ts")
  .map((name) => name.replace(".ts", ""))
  .forEach((name) => {
    mutations[name] = require(`./${name}`);
  });

export default { Query: queries, Mutation: mutations, ...types };

// file: src/resolvers/pay.ts
module.exports = async (_parent: unknown, { id }: { id: string }) => id; // entry: MUTATION pay

// file: src/orders.ts
module.exports = { queries: { orders: () => [] }, types: { Order: {} } }; // entry: QUERY orders

// file: src/users.ts
module.exports = { queries: { users: () => [] } }; // entry: QUERY users
