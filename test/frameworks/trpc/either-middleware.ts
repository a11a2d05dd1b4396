// A setting decides whether what asks is traced, too. https://trpc.io/docs/server/middlewares
import { PrismaClient } from "@prisma/client";
import { initTRPC, TRPCError } from "@trpc/server";

const prisma = new PrismaClient();
const t = initTRPC.context<{ session: { user?: { id: string; role: string } } }>().create();

const traced = t.middleware(({ next }) => next());
const signedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: "UNAUTHORIZED" }); // guard: authentication signedIn
  return next({ ctx });
});
const asks = process.env.TRACE ? traced.unstable_pipe(signedIn) : signedIn;

const withLogin = t.procedure.use(asks);
const withRole = t.procedure.use(
  asks.unstable_pipe(async ({ ctx, next }) => {
    if (ctx.session.user.role !== "admin") throw new TRPCError({ code: "FORBIDDEN" }); // guard: role handler
    return next({ ctx });
  }),
);

export const appRouter = t.router({
  mine: withLogin.query(({ ctx }) => prisma.order.findMany({ where: { userId: ctx.session.user.id } })), // entry: QUERY mine // effect: read database order, read, safe
  clear: withRole.mutation(() => prisma.order.deleteMany()), // entry: MUTATION clear // effect: write database order, delete, safe
});
