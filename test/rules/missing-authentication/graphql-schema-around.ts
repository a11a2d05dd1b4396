// What stands around the schema may ask as well: directives, permissions.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { applyMiddleware } from "graphql-middleware";
import jwt from "jsonwebtoken";
import { Pool } from "pg";
import { permissions } from "./permissions.js";

const pool = new Pool();
const resolvers = {
  Mutation: {
    clear: () => pool.query("DELETE FROM members"), // silent: nobody knows what the permissions say
  },
};
const schema = applyMiddleware(makeExecutableSchema({ typeDefs: "", resolvers }), permissions);
await startStandaloneServer(new ApolloServer({ schema }), {
  context: async ({ req }) => {
    const token = req.headers.authorization;
    return { user: token ? jwt.verify(token, process.env.TOKEN_SECRET) : null };
  },
});
