// file: package.json
{ "name": "shop", "dependencies": { "@trpc/server": "11.0.0", "zod": "4.0.0" } }
// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
}

model Order {
  id     Int    @id @default(autoincrement())
  userId String
  total  Int
}
// file: src/trpc.ts
import { PrismaClient } from "@prisma/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { sessionOf } from "shop-auth";

const prisma = new PrismaClient();
export const createContext = async (opts: { headers: Headers }) => {
  const session = await sessionOf(opts.headers);
  return { prisma, session, ...opts };
};
const t = initTRPC.context<typeof createContext>().create();
export const router = t.router;
export const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { ...ctx, session: ctx.session } });
});

// file: src/orders.ts
import { z } from "zod";
import { protectedProcedure, router } from "./trpc.ts";

export const orders = router({
  create: protectedProcedure.input(z.object({ total: z.number() })).mutation(async ({ ctx, input }) => {
    return ctx.prisma.order.create({ data: { ...input, userId: ctx.session.user.id } }); // expect: unguarded-create
  }),
  again: protectedProcedure
    .input(z.object({ total: z.number() }))
    .mutation(async ({ ctx, input: { total } }) => ctx.prisma.order.create({ data: { total, userId: ctx.session.user.id } })), // expect: unguarded-create
  list: protectedProcedure.query(({ ctx }) => ctx.prisma.order.findMany({ where: { userId: ctx.session.user.id } })),
});
// file: src/app.ts
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { orders } from "./orders.ts";
import { createContext, router } from "./trpc.ts";

export const appRouter = router({ orders });
createHTTPServer({ router: appRouter, createContext });
