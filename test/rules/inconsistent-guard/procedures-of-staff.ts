// Nearly all procedures of one router are for administrators; two were forgotten, and a query makes the settings when it is first asked.

// file: package.json
{ "name": "harbour", "dependencies": { "@trpc/server": "11", "@prisma/client": "6", "zod": "4" } }
// file: router.ts
import { PrismaClient } from "@prisma/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";

const prisma = new PrismaClient();
const t = initTRPC.context<{ session: any }>().create();
const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { user: ctx.session.user } });
});
const adminOnly = signedIn.use(({ ctx, next }) => {
  if (ctx.user.role !== "admin") throw new TRPCError({ code: "FORBIDDEN" });
  return next();
});
const named = z.object({ name: z.string() });

async function settings() {
  const found = await prisma.harbourSettings.findFirst();
  if (!found) return prisma.harbourSettings.create({ data: { depth: 4 } });
  return found;
}

const harbour = t.router({
  depth: signedIn.query(() => settings()), // silent: whoever comes first makes what is missing
  isDeep: signedIn.input(named).mutation(async ({ input }) => (await settings()).depth > input.name.length), // silent: the same
  rename: adminOnly.input(named).mutation(({ input }) => prisma.harbourSettings.updateMany({ data: { name: input.name } })),
  openLock: adminOnly.input(named).mutation(({ input }) => prisma.lock.update({ where: { name: input.name }, data: { open: true } })),
  closeLock: adminOnly.input(named).mutation(({ input }) => prisma.lock.update({ where: { name: input.name }, data: { open: false } })),
  lightUp: adminOnly.input(named).mutation(({ input }) => prisma.lamp.update({ where: { name: input.name }, data: { on: true } })),
  lightDown: adminOnly.input(named).mutation(({ input }) => prisma.lamp.update({ where: { name: input.name }, data: { on: false } })),
  dredge: adminOnly.input(named).mutation(({ input }) => prisma.basin.update({ where: { name: input.name }, data: { dredged: true } })),
  flood: signedIn.input(named).mutation(({ input }) => prisma.sluice.update({ where: { name: input.name }, data: { open: true } })), // expect: inconsistent-guard
  raise: signedIn.input(named).mutation(({ input }) => prisma.bridge.update({ where: { name: input.name }, data: { up: true } })), // expect: inconsistent-guard
});
export const app = t.router({ harbour });
