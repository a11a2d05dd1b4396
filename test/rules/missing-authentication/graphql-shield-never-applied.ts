// Rules that are made and wrapped around no schema ask nobody.
import { ApolloServer } from "@apollo/server";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { PrismaClient } from "@prisma/client";
import { rule, shield } from "graphql-shield";

const prisma = new PrismaClient();
const isSignedIn = rule()((parent, args, { user }) => user !== null);
export const permissions = shield({ Mutation: { "*": isSignedIn } });

const resolvers = {
  Mutation: {
    deleteUser: (_, { id }) => prisma.user.delete({ where: { id } }), // expect: missing-authentication
    renameUser: (_, { id, name }, { user }) => { // silent: asked by the resolver itself
      if (!user) throw new Error("Sign in first");
      return prisma.user.update({ where: { id }, data: { name } });
    },
  },
};
export const server = new ApolloServer({ schema: makeExecutableSchema({ typeDefs: "type Query { a: Int }", resolvers }) });
