// Of two servers of one router, one signs nobody in: who calls is told by the other's.

// file: apps/site/package.json
{ "name": "site", "dependencies": { "next": "15", "@trpc/server": "11", "api": "*" } }
// file: apps/site/app/api/trpc/[trpc]/route.ts
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext, router } from "api";

const handler = (req: Request) =>
  fetchRequestHandler({ endpoint: "/api/trpc", router, req, createContext: () => createContext({ req }) });
export { handler as GET, handler as POST };
// file: apps/board/package.json
{ "name": "board", "dependencies": { "next": "15", "next-auth": "5", "@trpc/server": "11", "api": "*" } }
// file: apps/board/app/api/trpc/[trpc]/route.ts
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import NextAuth from "next-auth";
import { createContext, router } from "api";

const { auth } = NextAuth({ providers: [] });
const handler = (req: Request) =>
  fetchRequestHandler({ endpoint: "/api/trpc", router, req, createContext: () => createContext({ req, auth }) });
export { handler as GET, handler as POST };
// file: apps/zoo/package.json
{ "name": "zoo", "dependencies": { "next": "15", "@trpc/server": "11", "api": "*" } }
// file: apps/zoo/app/api/trpc/[trpc]/route.ts
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext, router } from "api";

const handler = (req: Request) =>
  fetchRequestHandler({ endpoint: "/api/trpc", router, req, createContext: () => createContext({ req }) });
export { handler as GET, handler as POST };
// file: packages/api/package.json
{ "name": "api", "main": "index.ts", "dependencies": { "@trpc/server": "11", "@prisma/client": "6", "zod": "3" } }
// file: packages/api/index.ts
import { PrismaClient } from "@prisma/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";

const prisma = new PrismaClient();

export const createContext = async (given: { req: Request; auth?: () => Promise<any> }) => {
  const session = given.auth ? await given.auth() : null;
  return { session, req: given.req };
};
const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();
const signedIn = t.procedure.use(async ({ ctx, next }) => {
  if (!ctx.session?.user?.id) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { ...ctx, userId: Number(ctx.session.user.id) } });
});

export const router = t.router({
  mine: signedIn.query(({ ctx }) => prisma.shelf.findMany({ where: { ownerId: ctx.userId } })),
  name: signedIn.input(z.object({ id: z.string(), label: z.string() })).mutation(async ({ ctx, input }) => { // silent: the caller's alone
    const shelf = await prisma.shelf.findFirst({ where: { id: input.id, ownerId: ctx.userId } });
    if (!shelf) throw new TRPCError({ code: "NOT_FOUND" });
    await prisma.shelf.update({ where: { id: input.id }, data: { label: input.label } });
  }),
  move: signedIn.input(z.object({ id: z.string(), room: z.string() })).mutation(async ({ input }) => {
    await prisma.shelf.update({ where: { id: input.id }, data: { room: input.room } }); // expect: unowned-object
  }),
});
