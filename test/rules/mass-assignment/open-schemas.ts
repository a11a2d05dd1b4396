// file: src/router.ts
import { initTRPC, TRPCError } from "@trpc/server";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const prisma = new PrismaClient();
const t = initTRPC.context<{ user?: { id: string; role: string } }>().create();
const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { user: ctx.user } });
});
const tutor = signedIn.use(({ ctx, next }) => {
  if (ctx.user.role !== "tutor") throw new TRPCError({ code: "FORBIDDEN" });
  return next();
});
export const router = t.router({
  tastes: signedIn.input(z.record(z.any())).mutation(({ ctx, input }) =>
    prisma.person.update({ where: { id: ctx.user.id }, data: input })), // expect: mass-assignment
  loose: signedIn.input(z.object({ name: z.string() }).passthrough()).mutation(({ ctx, input }) =>
    prisma.person.update({ where: { id: ctx.user.id }, data: input })), // expect: mass-assignment
  name: signedIn.input(z.object({ name: z.string() })).mutation(({ ctx, input }) =>
    prisma.person.update({ where: { id: ctx.user.id }, data: input })), // silent: the schema drops the rest
  own: tutor.input(z.any()).mutation(({ ctx, input }) =>
    prisma.profile.update({ where: { userId: ctx.user.id }, data: input })), // expect: mass-assignment
});
