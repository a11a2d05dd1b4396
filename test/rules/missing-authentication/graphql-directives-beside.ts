// Every directive of the schema is read: a field without one has nothing ahead of it but a context that turns nobody away.
import { ApolloServer } from "apollo-server-express";
import { makeExecutableSchema, mergeSchemas } from "graphql-tools";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const typeDefs = `
  directive @auth(requires: Role = USER) on FIELD_DEFINITION
  type Mutation { close(id: ID): Boolean @auth  open(id: ID): Boolean }
`;
const resolvers = {
  Mutation: {
    close: async (_, { id }) => {
      await pool.query("UPDATE orders SET closed = true WHERE id = $1", [id]); // silent: the directive asks
      return true;
    },

    open: async (_, { id }) => { // expect: missing-authentication
      await pool.query("UPDATE orders SET closed = false WHERE id = $1", [id]);
      return true;
    },
  },
};
const schema = makeExecutableSchema({ typeDefs, resolvers, schemaDirectives: { auth: AuthDirective } });

new ApolloServer({
  schema: mergeSchemas({ schemas: [schema] }),
  context: async ({ req }) => {
    try {
      return { user: jwt.verify(req.headers.authorization, process.env.KEY) };
    } catch {
      return {};
    }
  },
});
