import { PrismaClient } from "@prisma/client";
import { createServerClient } from "@supabase/ssr";
import { initTRPC, TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { cookies } from "next/headers";

const db = new PrismaClient();

const createContext = async ({ headers }: { headers: Headers }) => {
  const jar = await cookies();
  const supabase = createServerClient("https://x.test", "key", { cookies: { get: (name) => jar.get(name)?.value } });
  const bearer = headers.get("authorization")?.split(" ")[1] ?? null;
  let account = null;
  if (bearer) {
    const { data } = await supabase.auth.getUser(bearer);
    account = data.user;
  } else {
    const { data } = await supabase.auth.getUser();
    account = data.user;
  }
  const member = account ? await db.user.findUnique({ where: { id: account.id } }) : null;
  return { db, account, user: member };
};

const t = initTRPC.context<typeof createContext>().create();
const forMembers = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { user: ctx.user } });
});
const forStaff = forMembers.use(({ ctx, next }) => {
  const allowed = ["ADMIN", "FINANCE"];
  if (!allowed.includes(ctx.user.role)) throw new TRPCError({ code: "FORBIDDEN" });
  return next({ ctx: { user: ctx.user } });
});

const appRouter = t.router({
  ban: forStaff.mutation(({ ctx, input }) => // silent: the row of the caller says what they are
    ctx.db.user.update({ where: { id: input.id }, data: { banned: true } }),
  ),
  promote: forStaff.mutation(({ ctx, input }) => // silent: staff may
    ctx.db.user.update({ where: { id: input.id }, data: { role: input.role } }),
  ),
  promoteAlso: forMembers.mutation(({ ctx, input }) => // expect: missing-role
    ctx.db.user.update({ where: { id: input.id }, data: { role: input.role } }),
  ),
});

export const POST = (req: Request) => // silent: procedures check for themselves
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: () => createContext({ headers: req.headers }),
  });
