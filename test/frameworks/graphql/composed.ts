// https://the-guild.dev/graphql/tools/docs/resolvers-composition
// file: src/server.js
const { ApolloServer } = require("apollo-server-koa");
const { mergeResolvers } = require("@graphql-tools/merge");
const { boats } = require("./boats");

new ApolloServer({ typeDefs: "", resolvers: mergeResolvers([boats]), context: ({ ctx, next }) => ({ ctx, next }) });
// file: src/boats.js
const { composeResolvers } = require("@graphql-tools/resolvers-composition");
const { isSignedIn, isHarbourMaster } = require("./guards");

const resolvers = {
  Query: {
    boats: async () => [], // entry: QUERY boats
    crew: async () => [], // entry: QUERY crew
  },
  Mutation: {
    moor: async (_root, args) => args.berth, // entry: MUTATION moor
    sink: async (_root, args) => args.berth, // entry: MUTATION sink
  },
};

exports.boats = composeResolvers(resolvers, {
  "Query.!{boats}": isSignedIn(),
  Mutation: { moor: [isSignedIn()], sink: [isSignedIn(), isHarbourMaster()] },
});
// file: src/guards.js
const jwt = require("jsonwebtoken");

exports.isSignedIn = () => (next) => async (root, args, { ctx }, info) => {
  const token = jwt.verify(ctx.req.headers.authorization, process.env.KEY); // guard: authentication jwt.verify
  ctx.state.userId = token.id;
  return next(root, args, { ctx }, info);
};
exports.isHarbourMaster = () => (next) => async (root, args, { ctx }, info) => {
  const token = jwt.verify(ctx.req.headers.authorization, process.env.KEY);
  if (token.role !== "master") throw new Error("Forbidden"); // guard: role next
  return next(root, args, { ctx }, info);
};
