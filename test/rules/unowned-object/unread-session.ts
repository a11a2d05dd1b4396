// Whoever makes the context hands over the session, from where nobody can tell: what the check of the login asks of it is the caller.
import { PrismaClient } from "@prisma/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express from "express";

const prisma = new PrismaClient();

export const createContext = async (options: { auth?: () => Promise<{ user?: { id: string } }> }) => {
  const session = options.auth ? await options.auth() : null;
  return { prisma, session };
};
const t = initTRPC.context<typeof createContext>().create();

const signedIn = t.procedure.use(async ({ ctx, next }) => {
  if (!ctx.session?.user?.id) throw new TRPCError({ code: "UNAUTHORIZED" });
  const user = await prisma.user.findFirst({
    where: { id: Number(ctx.session.user.id) },
    include: { members: { include: { workspace: true } } },
  });
  const workspace = user?.members.find((one) => one.active)?.workspace;
  if (!workspace) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { ...ctx, user, workspace } });
});

const appRouter = t.router({
  add: signedIn.mutation(({ ctx, input }) =>
    ctx.prisma.monitor.create({ data: { name: input.name, workspaceId: ctx.workspace.id } }),
  ),
  rename: signedIn.mutation(({ ctx, input }) => // silent: the workspace is one of the caller's
    ctx.prisma.monitor.updateMany({ where: { id: input.id, workspaceId: ctx.workspace.id }, data: { name: input.name } }),
  ),
  pause: signedIn.mutation(async ({ ctx, input }) => {
    const found = await ctx.prisma.monitor.findFirst({ where: { id: Number(input.id) } });
    if (!found || found.paused) throw new TRPCError({ code: "NOT_FOUND" });
    await ctx.prisma.monitor.update({ where: { id: Number(found.id) }, data: { paused: true } }); // expect: unowned-object
  }),
  remove: signedIn.mutation(({ ctx, input }) =>
    ctx.prisma.monitor.delete({ where: { id: input.id } }), // expect: unowned-object
  ),
});

const app = express();
app.use("/trpc", createExpressMiddleware({ router: appRouter, createContext }));
