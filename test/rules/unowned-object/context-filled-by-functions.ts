// Each function that is run ahead of an action sets on the context who is calling and what theirs is.

// file: src/lib/actions.ts
import { headers } from "next/headers";
import { betterAuth } from "better-auth";
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();
const auth = betterAuth({});

export async function withUser(context) {
  const session = await auth.api.getSession({ headers: await headers() });
  if (!session?.user) throw new Error("Nobody is signed in");
  Object.assign(context, { user: session.user, shop: null });
}

export async function withShop(context) {
  const shop = await prisma.shop.findFirst({ where: { ownerId: context.user.id } });
  if (!shop) throw new Error("No shop");
  context.shop = shop;
}

export function createAction(run, ahead = []) {
  return async (input) => {
    const context = { user: null, shop: null };
    for (const one of ahead) await one(context);
    return run(input, context);
  };
}

// file: src/app/actions.ts
"use server";
import { createAction, prisma, withShop, withUser } from "../lib/actions";

export const removeOffer = createAction(
  async ({ id }, context) => {
    if (!context.shop) return;
    await prisma.offer.delete({ where: { id, shopId: context.shop.id } }); // silent: the shop's own
  },
  [withUser, withShop],
);

export const renameOffer = createAction(
  async ({ id, name }, context) => {
    if (!context.user) return;
    await prisma.offer.update({ where: { id }, data: { name } }); // expect: unowned-object
  },
  [withUser],
);

// file: schema.prisma
model Shop {
  id String @id
  ownerId String
}
model Offer {
  id String @id
  shopId String
  name String
  shop Shop @relation(fields: [shopId], references: [id])
}
