// A function that nobody can read tells who is calling; whoever it does not know is told 401. It asks no more than that.

// file: package.json
{ "name": "decks", "dependencies": { "@trpc/server": "11", "@prisma/client": "6", "zod": "4" } }
// file: router.ts
import { PrismaClient } from "@prisma/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";

const prisma = new PrismaClient();
const t = initTRPC.context<{ authenticate: () => Promise<{ id: string } | null>; admin: () => Promise<boolean> }>().create();
const signedIn = t.procedure.use(async ({ ctx, next }) => {
  const user = await ctx.authenticate();
  if (!user) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { user } });
});
const byId = z.object({ id: z.string() });

export const app = t.router({
  addCard: signedIn.input(z.object({ deckId: z.string(), text: z.string() })).mutation(async ({ ctx, input }) => { // silent: a member
    const deck = await prisma.deck.findUnique({ where: { id: input.deckId }, include: { members: true } });
    if (!deck || !mayWrite(deck, ctx.user)) throw new TRPCError({ code: "NOT_FOUND" });
    return prisma.card.create({ data: { text: input.text, deckId: deck.id, authorId: ctx.user.id } });
  }),
  dropDeck: signedIn.input(byId).mutation(async ({ ctx, input }) => { // silent: who is a member is looked for among those of the deck
    const deck = await prisma.deck.findUnique({ where: { id: input.id }, include: { members: true } });
    if (!deck || !mayWrite(deck, ctx.user)) throw new TRPCError({ code: "NOT_FOUND" });
    await prisma.deck.deleteMany({ where: { id: input.id } });
  }),
  addDeck: signedIn.mutation(({ ctx }) => prisma.deck.create({ data: { ownerId: ctx.user.id } })),
  card: signedIn.input(byId).query(({ ctx, input }) => prisma.card.findFirst({ where: { id: input.id, authorId: ctx.user.id } })),
  dropCard: signedIn.input(byId).mutation(async ({ input }) => {
    await prisma.card.delete({ where: { id: input.id } }); // expect: unowned-object
  }),
  clearCard: signedIn.input(byId).mutation(async ({ ctx, input }) => { // silent: what is asked by that name may well be more
    if (!(await ctx.admin())) throw new TRPCError({ code: "UNAUTHORIZED" });
    await prisma.card.delete({ where: { id: input.id } });
  }),
});

function mayWrite(deck: { members: { userId: string; role: string }[] }, user: { id: string }) {
  const role = deck.members.find((member) => member.userId === user.id)?.role;
  return role !== undefined && role !== "GUEST";
}
