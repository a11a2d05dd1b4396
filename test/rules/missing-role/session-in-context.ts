import { PrismaClient } from "@prisma/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express from "express";
import { getServerSession } from "next-auth";

const prisma = new PrismaClient();
const createContext = async ({ req, res }) => ({ prisma, session: await getServerSession(req, res) });
const t = initTRPC.context<typeof createContext>().create();

const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { user: ctx.session.user } });
});
const forAdmins = signedIn.use(({ ctx, next }) => {
  if (!ctx.session?.user.isAdmin) throw new TRPCError({ code: "FORBIDDEN" });
  return next();
});

const appRouter = t.router({
  promote: forAdmins.mutation(({ ctx, input }) => // silent: the session says who is an administrator
    ctx.prisma.user.update({ where: { id: input.id }, data: { isAdmin: true } }),
  ),
  promoteAlso: signedIn.mutation(({ ctx, input }) => // expect: missing-role
    ctx.prisma.user.update({ where: { id: input.id }, data: { isAdmin: true } }),
  ),
});

const app = express();
app.use("/trpc", createExpressMiddleware({ router: appRouter, createContext }));
