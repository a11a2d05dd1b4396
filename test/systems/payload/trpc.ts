import { initTRPC, TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { getPayload } from "payload";
import config from "@payload-config";

const t = initTRPC.create();
const base = t.procedure.use(async ({ next }) => next({ ctx: { db: await getPayload({ config }) } }));
const signedIn = base.use(async ({ ctx, next }) => {
  const { user } = await ctx.db.auth({ headers: await headers() }); // guard: authentication signedIn
  if (!user) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { ...ctx, user } });
});

export const router = t.router({
  add: signedIn.mutation(async ({ ctx, input }) => {
    await ctx.db.create({ collection: "notes", data: { text: input.text, author: ctx.user.id } }); // effect: write database notes, insert
    await ctx.db.find({ collection: "notes", where: { author: { equals: ctx.user.id } } }); // effect: read database notes, read
  }),
  change: base.mutation(async ({ ctx, input }) => {
    await ctx.db.update({ collection: "notes", id: input.id, data: { text: input.text } }); // effect: write database notes, set
    await ctx.db.delete({ collection: "notes", id: input.id }); // effect: write database notes, delete
  }),
});
