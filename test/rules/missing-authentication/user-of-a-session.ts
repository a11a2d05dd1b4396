import { initTRPC, TRPCError } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();

async function sessionOf(token: string | undefined) {
  if (!token) return null;
  const { rows } = await pool.query("SELECT * FROM sessions WHERE token = $1", [token]);
  const [row] = rows;
  if (!row) return null;
  return { user: { id: row.user_id, name: row.name }, expires: row.expires };
}

async function createContext({ req }: { req: express.Request }) {
  try {
    return { session: await sessionOf(req.headers.authorization) };
  } catch {
    return { session: null };
  }
}

const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();
const userProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { session: { ...ctx.session, user: ctx.session.user } } });
});
const stated = t.procedure.use(({ ctx, next }) => {
  if (ctx.session?.user === null) throw new TRPCError({ code: "BAD_REQUEST" });
  return next({ ctx });
});

const router = t.router({
  rename: userProcedure.mutation(async () => {
    await pool.query("UPDATE settings SET title = 'x'"); // silent: who has no session has no user
  }),
  leave: userProcedure.mutation(async ({ ctx }) => {
    await pool.query("DELETE FROM members WHERE user_id = $1", [ctx.session?.user.id]); // silent: the caller's own
  }),
  clear: t.procedure.mutation(async () => { // expect: missing-authentication
    await pool.query("UPDATE halls SET open = true");
  }),
  sweep: stated.mutation(async () => { // missing: missing-authentication (a missing user is undefined, not null)
    await pool.query("UPDATE seats SET free = true");
  }),
});

express().use("/rpc", createExpressMiddleware({ router, createContext }));
