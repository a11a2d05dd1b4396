// Members of the club pass the first check, and staff of the service without being members: it asks no right of members.

// file: package.json
{ "name": "clubs", "dependencies": { "@trpc/server": "11", "@prisma/client": "6", "next-auth": "4", "zod": "4" } }
// file: prisma/schema.prisma
model Club {
  id    String @id
  boats Boat[]
  oars  Oar[]
}
model Oar {
  id     String @id
  clubId String
  club   Club   @relation(fields: [clubId], references: [id])
  name   String
}
model Boat {
  id     String @id
  clubId String
  club   Club   @relation(fields: [clubId], references: [id])
  name   String
}
// file: trpc.ts
import { PrismaClient } from "@prisma/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";

const prisma = new PrismaClient();
const t = initTRPC.context<{ session: any }>().create();
const ofClub = t.middleware(async ({ ctx, next, getRawInput }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  const input = z.object({ clubId: z.string() }).parse(await getRawInput());
  const club = ctx.session.user.clubs.find((one: any) => one.id === input.clubId);
  if (!club && ctx.session.user.admin !== true) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { user: ctx.session.user } });
});
const ofCrew = t.middleware(async ({ ctx, next, getRawInput }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  const input = z.object({ clubId: z.string() }).parse(await getRawInput());
  const club = ctx.session.user.clubs.find((one: any) => one.id === input.clubId);
  if (!club) {
    if (ctx.session.user.admin === true) {
      const found = await prisma.club.findUnique({ where: { id: input.clubId } });
      if (!found) throw new TRPCError({ code: "NOT_FOUND" });
      return next({ ctx: { user: ctx.session.user } });
    }
    throw new TRPCError({ code: "UNAUTHORIZED" });
  }
  return next({ ctx: { user: ctx.session.user } });
});
export const router = t.router;
export const crewProcedure = t.procedure.use(ofCrew);
export const clubProcedure = t.procedure.use(ofClub);

const RIGHTS: Record<string, string[]> = { CAPTAIN: ["boats:write"], SAILOR: ["boats:read"] };
export function requireRight(user: any, clubId: string, right: string) {
  if (user.admin) return;
  const role = user.clubs.find((one: any) => one.id === clubId)?.role;
  if (!role || !RIGHTS[role]!.includes(right)) throw new TRPCError({ code: "FORBIDDEN" });
}
// file: server.ts
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { PrismaClient } from "@prisma/client";
import { getServerSession } from "next-auth";
import { z } from "zod";
import { clubProcedure, crewProcedure, requireRight, router } from "./trpc";

const prisma = new PrismaClient();
const boats = router({
  of: crewProcedure.input(z.object({ clubId: z.string() })).query(async ({ input }) => {
    return prisma.boat.findMany({ where: { clubId: input.clubId } }); // silent: of a club of one's own, for those who are no staff
  }),
  all: clubProcedure.input(z.object({ clubId: z.string() })).query(async ({ ctx, input }) => {
    requireRight(ctx.user, input.clubId, "boats:read");
    return prisma.boat.findMany({ where: { clubId: input.clubId } });
  }),
  create: clubProcedure
    .input(z.object({ clubId: z.string(), name: z.string() }))
    .mutation(async ({ ctx, input }) => {
      requireRight(ctx.user, input.clubId, "boats:write");
      return prisma.boat.create({ data: { clubId: input.clubId, name: input.name } });
    }),
  rename: clubProcedure
    .input(z.object({ clubId: z.string(), id: z.string(), name: z.string() }))
    .mutation(async ({ ctx, input }) => {
      requireRight(ctx.user, input.clubId, "boats:write");
      return prisma.boat.update({ where: { id: input.id, clubId: input.clubId }, data: { name: input.name } });
    }),
  sink: clubProcedure.input(z.object({ clubId: z.string(), id: z.string() })).mutation(async ({ input }) => { // expect: inconsistent-guard
    return prisma.boat.delete({ where: { id: input.id, clubId: input.clubId } });
  }),
});
const oars = router({
  all: crewProcedure.input(z.object({ clubId: z.string() })).query(async ({ ctx, input }) => {
    requireRight(ctx.user, input.clubId, "boats:read");
    return prisma.oar.findMany({ where: { clubId: input.clubId } });
  }),
  create: crewProcedure
    .input(z.object({ clubId: z.string(), name: z.string() }))
    .mutation(async ({ ctx, input }) => {
      requireRight(ctx.user, input.clubId, "boats:write");
      return prisma.oar.create({ data: { clubId: input.clubId, name: input.name } });
    }),
  rename: crewProcedure
    .input(z.object({ clubId: z.string(), id: z.string(), name: z.string() }))
    .mutation(async ({ ctx, input }) => {
      requireRight(ctx.user, input.clubId, "boats:write");
      return prisma.oar.update({ where: { id: input.id, clubId: input.clubId }, data: { name: input.name } });
    }),
  scrap: crewProcedure.input(z.object({ clubId: z.string(), id: z.string() })).mutation(async ({ input }) => { // expect: inconsistent-guard
    return prisma.oar.delete({ where: { id: input.id, clubId: input.clubId } });
  }),
});
createHTTPServer({
  router: router({ boats, oars }),
  createContext: async ({ req, res }: any) => ({ session: await getServerSession(req, res, {} as any) }),
}).listen(3000);
