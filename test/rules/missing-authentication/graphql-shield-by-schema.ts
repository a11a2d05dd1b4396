// Rules stand ahead of the fields of the schema that they are wrapped around, and of no other.
import { ApolloServer } from "@apollo/server";
import { makeExecutableSchema, mergeSchemas } from "@graphql-tools/schema";
import { PrismaClient } from "@prisma/client";
import { applyMiddleware } from "graphql-middleware";
import { rule, shield } from "graphql-shield";

const prisma = new PrismaClient();
const isSignedIn = rule()((parent, args, { user }) => user !== null);
const permissions = shield({ Mutation: { "*": isSignedIn } });

const users = makeExecutableSchema({
  typeDefs: "type Mutation { deleteUser: Int }",
  resolvers: {
    Mutation: {
      deleteUser: (_, { id }) => prisma.user.delete({ where: { id } }), // silent: wrapped in the rules
    },
  },
});
const orders = makeExecutableSchema({
  typeDefs: "type Mutation { deleteOrder: Int }",
  resolvers: {
    Mutation: {
      deleteOrder: (_, { id }) => prisma.order.delete({ where: { id } }), // silent: merged with what is wrapped
    },
  },
});
const open = makeExecutableSchema({
  typeDefs: "type Mutation { deleteReview: Int }",
  resolvers: {
    Mutation: {
      deleteReview: (_, { id }) => prisma.review.delete({ where: { id } }), // expect: missing-authentication
    },
  },
});
export const closedServer = new ApolloServer({ schema: applyMiddleware(mergeSchemas({ schemas: [users, orders] }), permissions) });
export const openServer = new ApolloServer({ schema: open });
