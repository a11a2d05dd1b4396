// Maps of what modules export, and a server of a platform. https://www.apollographql.com/docs/apollo-server/v3/deployment/gcp-functions

// file: src/handler.ts
import { ApolloServer } from "apollo-server-cloud-functions";
import { typeDefs } from "./schema";
import { resolvers } from "./resolvers";

const server = new ApolloServer({ typeDefs, resolvers });
export const handler = server.createHandler();

// file: src/schema.ts
export const typeDefs = `type Query { orders: [String!]! } type Mutation { pay(id: ID!): Boolean }`;

// file: src/resolvers/index.ts
import * as Mutation from "./mutations";
import * as Query from "./queries";

export const resolvers = { Mutation, Query };

// file: src/resolvers/queries.ts
import { pool } from "../pool";

export type Options = { limit: number };
export const LIMIT = 5;
export const orders = () => pool.query("select * from orders"); // entry: QUERY orders // effect: read postgres orders

// file: src/resolvers/mutations/index.ts
export * from "./pay";

// file: src/resolvers/mutations/pay.ts
import { pool } from "../../pool";

export const pay = (_: unknown, { id }: { id: string }) => // entry: MUTATION pay
  pool.query("update orders set paid = true where id = $1", [id]); // effect: write postgres orders

// file: src/pool.ts
import { Pool } from "pg";

export const pool = new Pool();
