// file: src/server.ts
import { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@apollo/server/express4";
import express from "express";
import jwt from "jsonwebtoken";
import { resolvers } from "./resolvers";

const app = express();
const server = new ApolloServer({ typeDefs: "", resolvers });

const context = async ({ req }) => {
  let caller;
  try {
    const claims = jwt.verify(req.headers.authorization, process.env.JWT_KEY);
    caller = { isKnown: true, id: claims.sub };
  } catch {
    caller = { isKnown: false };
  }
  return { caller };
};

app.use("/graphql", expressMiddleware(server, { context }));

// file: src/resolvers.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const resolvers = {
  Mutation: {
    rename: async (_, { id, name }, { caller }) => {
      if (!caller.isKnown) throw new Error("sign in");
      return prisma.board.update({ where: { id }, data: { name } }); // silent: known by the flag beside the id
    },
    drop: async (_, { id }) => prisma.board.delete({ where: { id } }), // expect: missing-authentication
  },
};
