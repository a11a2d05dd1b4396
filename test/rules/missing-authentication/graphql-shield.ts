// Rules of GraphQL Shield stand ahead of the fields that they are given for.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { PrismaClient } from "@prisma/client";
import { applyMiddleware } from "graphql-middleware";
import { allow, and, or, rule, shield } from "graphql-shield";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const isSignedIn = rule({ cache: "contextual" })(async (parent, args, context) => context.user !== null);
const isStaff = rule()(async (parent, args, { user }) => user.role === "staff");
const isKnown = rule()((parent, args, { user }) => {
  if (!user) return new Error("Sign in first");
  return true;
});
const isNamed = rule()((parent, args, { user }) => (user ? true : "Sign in first"));
const permissions = shield(
  {
    Query: { users: and(isSignedIn, isStaff) },
    Mutation: { deleteUser: and(isSignedIn, isStaff), renameUser: or(isStaff, isSignedIn), signOut: allow, closeUser: isKnown, openUser: isNamed },
  },
  { allowExternalErrors: true },
);

const resolvers = {
  Query: {
    users: () => prisma.user.findMany(), // silent: staff is asked for
  },
  Mutation: {
    deleteUser: (_, { id }) => prisma.user.delete({ where: { id } }), // silent: staff is asked for
    renameUser: (_, { id, name }) => prisma.user.update({ where: { id }, data: { name } }), // silent: either is asked for
    closeUser: (_, { id }) => prisma.user.update({ where: { id }, data: { open: false } }), // silent: signed in
    openUser: (_, { id }) => prisma.user.update({ where: { id }, data: { open: true } }), // silent: signed in
    banUser: (_, { id }) => prisma.user.update({ where: { id }, data: { banned: true } }), // expect: missing-authentication
    signOut: (_, { id }) => prisma.user.delete({ where: { id } }), // expect: missing-authentication
  },
};
const schema = applyMiddleware(makeExecutableSchema({ typeDefs: "type Query { users: [String] }", resolvers }), permissions);
const server = new ApolloServer({ schema });
startStandaloneServer(server, {
  context: async ({ req }) => ({
    user: req.headers.authorization ? jwt.verify(req.headers.authorization, process.env.JWT_SECRET) : null,
  }),
});
