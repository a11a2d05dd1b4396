// Members of every team pass the check of the role; that the row is one of the team's is said by the query.

// file: package.json
{ "name": "boards", "dependencies": { "@trpc/server": "11", "@prisma/client": "6", "next-auth": "4", "zod": "4" } }
// file: prisma/schema.prisma
model Team {
  id      String   @id
  boards  Board[]
  members Member[]
}
model Member {
  id     String @id
  userId String
  teamId String
  role   String
  team   Team   @relation(fields: [teamId], references: [id])
}
model Board {
  id     String @id
  teamId String
  title  String
  team   Team   @relation(fields: [teamId], references: [id])
}
// file: src/trpc.ts
import { initTRPC, TRPCError } from "@trpc/server";
import { PrismaClient } from "@prisma/client";
import { getServerSession } from "next-auth";
import { z } from "zod";

export const prisma = new PrismaClient();
const t = initTRPC.context().create();
export const router = t.router;
const teamInput = z.object({ teamId: z.string() });
export const teamProcedure = t.procedure.input(teamInput).use(async ({ ctx, input, next }) => {
  const session = await getServerSession();
  if (!session) throw new TRPCError({ code: "UNAUTHORIZED" });
  const team = session.user.teams.find((one) => one.id === input.teamId);
  if (!team) throw new TRPCError({ code: "FORBIDDEN" });
  return next({ ctx: { session: { ...session, teamRole: team.role } } });
});
const RIGHTS = { owner: ["boards:read", "boards:write"], viewer: ["boards:read"] };
export function requireRight(session, teamId: string, right: string) {
  const role = session.user.teams.find((one) => one.id === teamId)?.role;
  if (session.user.admin) return;
  if (role === undefined || !RIGHTS[role].includes(right)) throw new TRPCError({ code: "FORBIDDEN" });
}
// file: src/boards.ts
import { z } from "zod";
import { prisma, requireRight, router, teamProcedure } from "./trpc.ts";

const one = z.object({ teamId: z.string(), id: z.string() });
const titled = one.extend({ title: z.string() });

export const boards = router({
  byId: teamProcedure.input(one).query(async ({ ctx, input }) => {
    requireRight(ctx.session, input.teamId, "boards:read");
    return prisma.board.findFirst({ where: { id: input.id, teamId: input.teamId } }); // silent: of the team
  }),
  rename: teamProcedure.input(titled).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.teamId, "boards:write");
    return prisma.board.update({ where: { id: input.id, teamId: input.teamId }, data: { title: input.title } }); // silent: of the team
  }),
  ofProject: teamProcedure.input(one).query(async ({ ctx, input }) => {
    requireRight(ctx.session, input.teamId, "boards:read");
    const teams = await Promise.all(input.ids.map((id) => ctx.teams.ofProject(id)));
    return prisma.board.findMany({ where: { teamId: { in: teams.map((team) => team.id) } } }); // silent: found by the team itself, which nobody can follow
  }),
  remove: teamProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.teamId, "boards:write");
    return prisma.board.delete({ where: { id: input.id } }); // expect: unowned-object
  }),
  copy: teamProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.teamId, "boards:write");
    const board = await prisma.board.findFirst({ where: { id: input.id, teamId: input.teamId } });
    if (!board) throw new Error("no such board");
    await prisma.board.update({ where: { id: input.id }, data: { title: `${board.title}, copied` } }); // silent: it was found in the team
    return board;
  }),
});
// file: src/server.ts
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { boards } from "./boards.ts";
import { router } from "./trpc.ts";

createHTTPServer({ router: router({ boards }) }).listen(3000);
