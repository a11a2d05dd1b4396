// A part of the schema that cannot be read may say of its fields who may ask for them.

// file: src/schema.ts
import { makeExecutableSchema } from "@graphql-tools/schema";
import { Pool } from "pg";
import { more } from "./more";

const pool = new Pool();

const directives = `
  directive @adminOnly on FIELD_DEFINITION
  type Query {
    orders: [Order] @adminOnly
    payments: [Payment]
  }
`;

export default makeExecutableSchema({
  typeDefs: [directives, more("mutations")],
  directiveResolvers: {
    adminOnly: (next, source, args, { user }) => {
      if (user.roles.includes("admin")) return next();
      throw new Error("FORBIDDEN");
    },
  },
  resolvers: {
    Query: {
      orders: () => pool.query("SELECT id FROM orders"), // entry: QUERY orders // guard: role @adminOnly // guard: authentication @adminOnly
      payments: () => pool.query("SELECT id FROM payments"), // entry: QUERY payments // expect: missing-authentication
    },
    Mutation: {
      removeOrder: (_, { id }) => pool.query("DELETE FROM orders WHERE id = $1", [id]), // entry: MUTATION removeOrder
    },
  },
});
// file: src/more.ts
import { readFileSync } from "node:fs";

export function more(name: string) {
  return readFileSync(`${__dirname}/${name}.graphql`).toString().repeat(Number(process.env.TIMES));
}
