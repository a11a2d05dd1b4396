// Types that are generated later say nothing of the value: the caller stays who it was.

// file: prisma/schema.prisma
model User {
  id       String @id
  password String
}
model Moment {
  id       String @id
  authorId String
  state    String
  author   User   @relation(fields: [authorId], references: [id])
}
// file: src/moments.ts
import { PrismaClient } from "@prisma/client";
import type { User } from "#definitions/index.js";

const prisma = new PrismaClient();

export class MomentService {
  async archive(id: string, user: Pick<User, "id">) {
    const moment = await prisma.moment.findUnique({ where: { id } });
    if (moment.authorId !== user.id) throw new Error("FORBIDDEN");
    return prisma.moment.update({ where: { id, authorId: user.id }, data: { state: "archived" } });
  }

  async remove(id: string, user: Pick<User, "id">) {
    return prisma.moment.delete({ where: { id } });
  }
}
// file: src/app.ts
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { MomentService } from "./moments";
import { viewerOf } from "./viewer";

const resolvers = {
  Query: {},
  Mutation: {
    archiveMoment: async (_, { id }, { viewer }) => { // silent: the author is compared with the caller
      if (!viewer.id) throw new Error("UNAUTHENTICATED");
      return new MomentService().archive(id, viewer);
    },
    removeMoment: async (_, { id }, { viewer }) => { // expect: unowned-object
      if (!viewer.id) throw new Error("UNAUTHENTICATED");
      return new MomentService().remove(id, viewer);
    },
  },
};

const server = new ApolloServer({ typeDefs: "type Query { a: Int }", resolvers });
startStandaloneServer(server, { context: async ({ req }) => ({ viewer: await viewerOf(req) }) });
// file: src/viewer.ts
import jwt from "jsonwebtoken";

export async function viewerOf(req) {
  try {
    return jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
  } catch {
    return {};
  }
}
