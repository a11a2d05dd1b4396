import { initTRPC, TRPCError } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express from "express";
import { jwtVerify } from "jose";
import { Pool } from "pg";

const pool = new Pool();
const key = new TextEncoder().encode(process.env.TOKEN_KEY);

async function createContext({ req }: { req: express.Request }) {
  const token = req.headers.authorization?.replace("Bearer ", "");
  if (!token) return { pool, user: null };
  try {
    const { payload } = await jwtVerify(token, key);
    return { pool, user: payload };
  } catch {
    return { pool, user: null };
  }
}

const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();
const userProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { ...ctx, user: ctx.user } });
});

const router = t.router({
  leave: userProcedure.mutation(async ({ ctx }) => {
    await ctx.pool.query("DELETE FROM members WHERE id = $1", [ctx.user.sub]); // silent: nobody in particular is turned away
  }),
  clear: t.procedure.mutation(async ({ ctx }) => { // expect: missing-authentication
    await ctx.pool.query("DELETE FROM members");
  }),
});

express().use("/rpc", createExpressMiddleware({ router, createContext }));
