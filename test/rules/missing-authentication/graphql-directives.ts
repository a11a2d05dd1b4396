// A transformer of the schema puts itself around the fields that carry its directive; the others nobody asks for.
import { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@apollo/server/express4";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { getDirective, MapperKind, mapSchema } from "@graphql-tools/utils";
import { defaultFieldResolver } from "graphql";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

const typeDefs = `#graphql
  directive @auth(requires: Access = MEMBER) on FIELD_DEFINITION
  enum Access { MEMBER ADMIN }
  type Query {
    "Everybody may look."
    parts(first: Int = 10): [Part!]!
    mine: [Order!]! @auth
  }
  type Mutation {
    addOrder(input: OrderInput!): Order! @auth
    changeOrder(id: ID!, input: OrderInput!): Order! @auth(requires: MEMBER)
    closeShop(id: ID!): Boolean! @auth(requires: ADMIN)
    clear: Boolean
  }
`;

function withAuth(schema) {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => {
      const auth = getDirective(schema, field, "auth")?.[0];
      if (!auth) return field;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, context, info) => {
        if (!context.user) throw new Error("sign in first");
        if (auth.requires === "ADMIN" && context.user.role !== "admin") throw new Error("not allowed");
        return resolve(source, args, context, info);
      };
      return field;
    },
  });
}

const resolvers = {
  Query: {
    parts: () => prisma.part.findMany(),
    mine: (_root, _args, context) => prisma.order.findMany({ where: { userId: context.user.sub } }),
  },
  Mutation: {
    addOrder: (_root, { input }, context) => prisma.order.create({ data: { note: input.note, userId: context.user.sub } }),
    changeOrder: (_root, { id, input }) => prisma.order.update({ where: { id }, data: { note: input.note } }), // expect: unowned-object
    closeShop: (_root, { id }) => prisma.order.deleteMany({ where: { shopId: id } }), // silent: administrators
    clear: () => prisma.order.deleteMany(), // expect: missing-authentication
  },
};

const schema = withAuth(makeExecutableSchema({ typeDefs, resolvers }));
export const handler = expressMiddleware(new ApolloServer({ schema }), {
  context: async ({ req }) => {
    const token = req.headers.authorization;
    return { user: token ? jwt.verify(token, process.env.TOKEN_SECRET) : null };
  },
});
