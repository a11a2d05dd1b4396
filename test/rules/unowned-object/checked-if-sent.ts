// What is checked where the request has a field is checked for those that use the field.
import { initTRPC, TRPCError } from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { PrismaClient } from "@prisma/client";
import { has } from "ramda";
import { z } from "zod";

const prisma = new PrismaClient();
const t = initTRPC.context<{ session: { userId: string | null } }>().create();

const isLoggedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.session.userId) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next();
});
const isMember = t.middleware(async ({ ctx, next, getRawInput }) => {
  const input = (await getRawInput()) as Record<string, string>;
  if (has("gardenId", input)) {
    const member = await prisma.gardener.findFirst({ where: { userId: ctx.session.userId, gardenId: input.gardenId } });
    if (!member) throw new TRPCError({ code: "FORBIDDEN" });
  }
  if ("orchardId" in input) {
    const member = await prisma.gardener.findFirst({ where: { userId: ctx.session.userId, orchardId: input.orchardId } });
    if (!member) throw new TRPCError({ code: "FORBIDDEN" });
  }
  return next();
});
const procedure = t.procedure.use(isLoggedIn).use(isMember);

const appRouter = t.router({
  beds: t.procedure.use(isLoggedIn).query(({ ctx }) => prisma.bed.findMany({ where: { userId: ctx.session.userId } })),
  addBed: procedure.input(z.object({ gardenId: z.string(), name: z.string() })).mutation(({ input, ctx }) =>
    prisma.bed.create({ data: { gardenId: input.gardenId, name: input.name, userId: ctx.session.userId } }),
  ),
  clearGarden: procedure.input(z.object({ gardenId: z.string() })).mutation(({ input }) =>
    prisma.bed.deleteMany({ where: { gardenId: input.gardenId } }), // silent: the garden that is named is the caller's
  ),
  removeBed: procedure.input(z.object({ id: z.string() })).mutation(({ input }) =>
    prisma.bed.delete({ where: { id: input.id } }), // expect: unowned-object
  ),
});
createHTTPServer({ router: appRouter }).listen(3000);
