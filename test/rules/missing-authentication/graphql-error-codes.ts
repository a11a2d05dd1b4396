import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { PrismaClient } from "@prisma/client";
import { GraphQLError } from "graphql";

const prisma = new PrismaClient();

const asked = (resolve) => (root, args, { req }) => {
  if (!req.cookies.ticket) throw new GraphQLError("Sign in first.", { extensions: { code: "UNAUTHENTICATED" } });
  return resolve(root, args, req.cookies.ticket);
};
const askedAlso = (resolve) => (root, args, { req }) => {
  if (!req.cookies.ticket) throw new GraphQLError("Sign in first.", { extensions: { http: { status: 401 } } });
  return resolve(root, args, req.cookies.ticket);
};

const resolvers = {
  Mutation: {
    addDish: asked((root, { dish }) => prisma.dish.create({ data: dish })), // silent: refused without a ticket
    changeDish: askedAlso((root, { id, dish }) => prisma.dish.update({ where: { id }, data: dish })), // silent: refused
    dropDish: (root, { id }) => prisma.dish.delete({ where: { id } }), // expect: missing-authentication
  },
};

await startStandaloneServer(new ApolloServer({ typeDefs: "", resolvers }), { context: async ({ req }) => ({ req }) });
