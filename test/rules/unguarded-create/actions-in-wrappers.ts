// Actions that one wrapper makes, with checks ahead of them: each has its own code.

// file: lib/action.ts
import { PrismaClient } from "@prisma/client";
import { auth } from "./auth";
export const prisma = new PrismaClient();
export async function signedIn(context: { user?: { id: string } }) {
  const session = await auth();
  if (!session?.user) throw new Error("Sign in");
  context.user = session.user;
}
export function makeAction(work: (input: unknown, context: unknown) => Promise<unknown>, checks = []) {
  return async (input: unknown) => {
    const context = {};
    for (const check of checks) await check(context);
    return await work(input, context);
  };
}
// file: lib/auth.ts
import NextAuth from "next-auth";
export const { auth } = NextAuth({ providers: [] });
// file: app/actions.ts
"use server";
import { makeAction, prisma, signedIn } from "../lib/action";
export const addOrder = makeAction(
  async (input) => prisma.order.create({ data: { name: input.name } }), // expect: unguarded-create
  [signedIn],
);
export const addBill = makeAction(
  async (input) => prisma.bill.create({ data: { name: input.name } }), // expect: unguarded-create
  [signedIn],
);
export const renameBill = makeAction(
  async (input) => prisma.bill.update({ where: { id: input.id }, data: { name: input.name } }), // silent: it sets the same again
  [signedIn],
);
export const closeBill = makeAction(
  async (input) => prisma.bill.update({ where: { id: input.id }, data: { open: false } }), // silent: it sets the same again
  [signedIn],
);
