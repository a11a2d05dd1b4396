// Resolvers that are added to a schema which stands in files of its own.

// file: src/schema.graphql
type Query {
  ships: [Ship]
  crew: [Sailor] @auth
}
type Mutation {
  dropShip(id: ID!): Boolean @auth(requires: ADMIN)
}

// file: src/schema.ts
import { addResolversToSchema } from "@graphql-tools/schema";
import { loadConfigSync } from "graphql-config";
import { Pool } from "pg";

const pool = new Pool();
const resolvers = {
  Query: {
    ships: () => pool.query("select * from ships"), // entry: QUERY ships
    crew: () => pool.query("select * from crew"), // entry: QUERY crew // guard: authentication @auth
  },
  Mutation: {
    dropShip: (_, { id }) => pool.query("delete from ships where id = $1", [id]), // entry: MUTATION dropShip // guard: authentication @auth // guard: role @auth
  },
  Ship: { name: (ship) => ship.label },
};
export const schema = addResolversToSchema(loadConfigSync({}).getProject("fleet").getSchemaSync(), resolvers);

// file: apps/port/package.json
{ "name": "port", "dependencies": { "@graphql-tools/schema": "10" } }

// file: apps/port/src/schema.ts
import { addResolversToSchema } from "@graphql-tools/schema";
import { buildSchema } from "graphql";

export const schema = addResolversToSchema({
  schema: buildSchema("type Query { tides: [Int] }"),
  resolvers: { Query: { tides: () => [1, 2] } }, // entry: QUERY tides
});
