import { ApolloServer } from "@apollo/server";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const signedIn = (context) => {
  if (!context.user) throw new Error("sign in first");
  return context.user;
};
const resolvers = {
  Query: {
    myNotes: (_parent, _args, context) => prisma.note.findMany({ where: { by: signedIn(context).id } }),
    note: (_parent, { id }) => prisma.note.findUnique({ where: { id } }), // expect: missing-authentication
    tags: () => prisma.tag.findMany(), // silent: belongs to nobody
    account: (_parent, { id }) => prisma.account.findUnique({ where: { id } }), // expect: missing-authentication
  },
  Mutation: {
    addNote: (_parent, { text }, context) => prisma.note.create({ data: { text, by: signedIn(context).id } }),
  },
};
export const server = new ApolloServer({ typeDefs: "", resolvers });
