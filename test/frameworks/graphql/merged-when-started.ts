// An empty map, into which a loop merges what a loader of folders gives: the maps are those that files named for resolvers export.
// file: server/graph/index.js
const path = require("path");
const autoload = require("auto-load");
const merge = require("lodash/merge");
const { ApolloServer } = require("apollo-server-express");
const express = require("express");

const resolvers = {};
for (const one of Object.values(autoload(path.join(process.cwd(), "server/graph/resolvers")))) merge(resolvers, one);

const app = express();
const server = new ApolloServer({ typeDefs: "type Query { mails: [String] }", resolvers });
server.applyMiddleware({ app });
app.listen(4000);

// file: server/graph/resolvers/mail.js
const { PrismaClient } = require("@prisma/client");

const prisma = new PrismaClient();

module.exports = {
  Query: {
    mails: () => prisma.mail.findMany(), // entry: QUERY mails // effect: read database mail, read
  },
  Mutation: {
    sendMail: (root, args) => prisma.mail.create({ data: { to: args.to } }), // entry: MUTATION sendMail // effect: write database mail, insert
  },
};
