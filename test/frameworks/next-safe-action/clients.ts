// file: lib/safe-action.ts
import { createSafeActionClient } from "next-safe-action";
import { getServerSession } from "next-auth";

export const client = createSafeActionClient();
export const authClient = client.use(async ({ next }) => {
  const session = await getServerSession(); // guard: authentication authClient
  if (!session?.user) throw new Error("unauthorized");
  return next({ ctx: { user: session.user } });
});
// file: app/actions.ts
"use server"; // guard: validation schema
import { PrismaClient } from "@prisma/client";
import { z } from "zod";
import { authClient, client } from "../lib/safe-action";

const prisma = new PrismaClient();

export const rename = authClient
  .schema(z.object({ name: z.string() }))
  .action(async ({ parsedInput, ctx }) => { // entry: action rename
    await prisma.user.update({ where: { id: ctx.user.id }, data: { name: parsedInput.name } }); // effect: write database user, set
  });
export const contact = client.action(async ({ parsedInput }) => { // entry: action contact
  await prisma.message.create({ data: parsedInput }); // effect: write database message, insert
});
