// file: src/trpc.ts
import { initTRPC, TRPCError } from "@trpc/server";
import type { Context } from "./context.ts";

const t = initTRPC.context<Context>().create();
export const router = t.router;
export const publicProcedure = t.procedure;
export const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { user: ctx.session.user } });
});
// file: src/context.ts
import type { Session } from "./session.ts";

export interface Context {
  session: Session | null;
}
// file: src/orders.ts
import { PrismaClient } from "@prisma/client";
import { z } from "zod";
import { protectedProcedure, publicProcedure, router } from "./trpc.ts";

const prisma = new PrismaClient();

export const orders = router({
  rename: protectedProcedure.input(z.object({ id: z.string(), name: z.string() })).mutation(({ ctx, input }) => // silent: built on the right base
    prisma.order.update({ where: { id: input.id, userId: ctx.user.id }, data: { name: input.name } })),
  remove: publicProcedure.input(z.object({ id: z.string() })).mutation(async ({ input }) => { // expect: missing-authentication
    await prisma.template.delete({ where: { id: input.id } });
  }),
});
