// Nearly everything that is changed in a project asks for a right in it; the session tells which projects the caller has.

// file: package.json
{ "name": "boards", "dependencies": { "@trpc/server": "11", "@prisma/client": "6", "next-auth": "4", "zod": "4" } }
// file: prisma/schema.prisma
model Board {
  id        String @id
  projectId String
  name      String
}
model Label {
  id        String @id
  projectId String
  name      String
}
model Filter {
  id        String @id
  projectId String
  name      String
}
model Export {
  id        String @id
  projectId String
  name      String
}
model Survey {
  id        String @id
  projectId String
  name      String
}
// file: src/app.ts
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { initTRPC, TRPCError } from "@trpc/server";
import { PrismaClient } from "@prisma/client";
import { getServerSession } from "next-auth";
import { z } from "zod";

const prisma = new PrismaClient();
const t = initTRPC.context().create();
const router = t.router;
const one = z.object({ projectId: z.string(), id: z.string() });
const RIGHTS = { owner: ["write", "read"], viewer: ["read"] };

const projectProcedure = t.procedure.use(async ({ input, next }) => {
  const session = await getServerSession();
  if (!session?.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  const project = session.user.orgs.flatMap((org) => org.projects).find((each) => each.id === input.projectId);
  if (!project) throw new TRPCError({ code: "FORBIDDEN" });
  return next({ ctx: { session: { ...session, role: project.role } } });
});
function requireRight(session, projectId: string, right: string) {
  const role = session.user.orgs.flatMap((org) => org.projects).find((each) => each.id === projectId)?.role;
  if (!role || !RIGHTS[role].includes(right.split(":")[1])) throw new TRPCError({ code: "FORBIDDEN" });
}

const boards = router({
  create: projectProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.projectId, "board:write");
    return prisma.board.create({ data: { projectId: input.projectId, name: input.id } });
  }),
  remove: projectProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.projectId, "board:write");
    return prisma.board.delete({ where: { id: input.id, projectId: input.projectId } });
  }),
});
const labels = router({
  create: projectProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.projectId, "label:write");
    return prisma.label.create({ data: { projectId: input.projectId, name: input.id } });
  }),
  remove: projectProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.projectId, "label:write");
    return prisma.label.delete({ where: { id: input.id, projectId: input.projectId } });
  }),
});
const filters = router({
  create: projectProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.projectId, "filter:write");
    return prisma.filter.create({ data: { projectId: input.projectId, name: input.id } });
  }),
  remove: projectProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.projectId, "filter:write");
    return prisma.filter.delete({ where: { id: input.id, projectId: input.projectId } });
  }),
});
const exports = router({
  create: projectProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.projectId, "export:write");
    return prisma.export.create({ data: { projectId: input.projectId, name: input.id } });
  }),
  remove: projectProcedure.input(one).mutation(async ({ ctx, input }) => {
    requireRight(ctx.session, input.projectId, "export:write");
    return prisma.export.delete({ where: { id: input.id, projectId: input.projectId } });
  }),
});
const surveys = router({
  answer: projectProcedure.input(one).mutation(async ({ ctx, input }) => // silent: the caller's own answer
    prisma.survey.create({ data: { projectId: input.projectId, userId: ctx.session.user.id, name: input.id } })),
  remove: projectProcedure.input(one).mutation(async ({ input }) => { // expect: inconsistent-guard
    return prisma.survey.delete({ where: { id: input.id, projectId: input.projectId } });
  }),
});

createHTTPServer({ router: router({ boards, labels, filters, exports, surveys }) }).listen(3000);
