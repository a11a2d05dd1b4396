// The context is made with a caller or with nobody; what checks it may be made by a function. https://trpc.io/docs/server/middlewares

// file: src/context.ts
export async function makeContext(principal, services) {
  return { ...services, principal };
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import { initTRPC } from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { jwtVerify } from "jose";
import { makeContext } from "./context";

const prisma = new PrismaClient();

async function createContext({ req }) {
  const bearer = req.headers.authorization;
  if (bearer === undefined) return makeContext(null, { prisma });
  const { payload } = await jwtVerify(bearer, KEY); // guard: authentication createContext
  return makeContext({ subject: payload.sub }, { prisma });
}

const t = initTRPC.context<Awaited<ReturnType<typeof makeContext>>>().create();

function withAuthentication() {
  const handler = async ({ ctx, next }) => {
    if (ctx.principal === null) throw new Error("UNAUTHORIZED"); // guard: authentication handler
    return next({ ctx: Object.assign(ctx, { principal: ctx.principal }) });
  };
  return handler;
}

export const router = t.router({
  update: t.procedure.use(withAuthentication()).mutation(({ ctx }) => // entry: MUTATION update
    ctx.prisma.attendee.updateMany({ where: { userId: ctx.principal.subject }, data: { here: true } }), // effect: write database attendee, set, safe
  ),
});

createHTTPServer({ router, createContext });
