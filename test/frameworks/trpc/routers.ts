// file: src/trpc.ts
import { initTRPC, TRPCError } from "@trpc/server";

const t = initTRPC.context<{ session: unknown }>().create();
export const createTRPCRouter = t.router;
export const mergeRouters = t.mergeRouters;
export const publicProcedure = t.procedure;
const isLoggedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: "UNAUTHORIZED" }); // guard: authentication isLoggedIn
  return next({ ctx: { user: ctx.session.user } });
});
export const protectedProcedure = t.procedure.use(isLoggedIn);
export const adminProcedure = protectedProcedure.use(async ({ ctx, next }) => {
  // guard: role adminProcedure
  if (ctx.user.role !== "admin") throw new TRPCError({ code: "FORBIDDEN" });
  return next();
});
// file: src/orders.ts
import { adminProcedure, createTRPCRouter, protectedProcedure } from "./trpc";
import { z } from "zod";

export const orders = createTRPCRouter({
  list: protectedProcedure.query(({ ctx }) => ctx.user), // entry: QUERY orders.list
  create: protectedProcedure // guard: validation input
    .input(z.object({ total: z.number() }))
    .mutation(async ({ input }) => input), // entry: MUTATION orders.create
  items: {
    remove: adminProcedure.input(z.string()).mutation(() => {}), // entry: MUTATION orders.items.remove // guard: validation input
  },
});
// file: src/root.ts
import { orders } from "./orders";
import { createTRPCRouter, mergeRouters, publicProcedure } from "./trpc";

const system = createTRPCRouter({
  health: publicProcedure.query(() => "ok"), // entry: QUERY health
});
export const appRouter = mergeRouters(createTRPCRouter({ orders }), system);
