// What the page binds to an action comes back from the browser; middleware asks whose it is.

// file: lib/safe-action.ts
import { PrismaClient } from "@prisma/client";
import { getServerSession } from "next-auth";
import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";

const prisma = new PrismaClient();

const userClient = createSafeActionClient().use(async ({ next, ctx }) => {
  const session = await getServerSession();
  if (!session?.user) throw new Error("Unauthorized");
  return next({ ctx: { ...ctx, userId: session.user.id } });
});

export const openClient = userClient.bindArgsSchemas<[mailboxId: z.ZodString]>([z.string()]);

export const mailboxClient = openClient.use(async ({ next, bindArgsClientInputs, ctx }) => {
  const mailboxId = bindArgsClientInputs[0] as string;
  const mailbox = await prisma.mailbox.findUnique({ where: { id: mailboxId } });
  if (!mailbox || mailbox.userId !== ctx.userId) throw new Error("Unauthorized");
  return next({ ctx: { ...ctx, mailboxId } });
});
// file: lib/actions.ts
"use server";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";
import { mailboxClient, openClient } from "./safe-action";

const prisma = new PrismaClient();
const body = z.object({ ruleId: z.string() });

// silent: the mailbox was compared
export const removeRule = mailboxClient.inputSchema(body).action(async ({ ctx: { mailboxId }, parsedInput }) => {
  await prisma.rule.delete({ where: { id: parsedInput.ruleId, mailboxId } });
});

export const removeAny = openClient.inputSchema(body).action(async ({ bindArgsParsedInputs: [mailboxId], parsedInput }) => {
  await prisma.rule.delete({ where: { id: parsedInput.ruleId, mailboxId } }); // expect: unowned-object
});
// file: schema.prisma
model User { id String @id @default(cuid()) email String @unique mailboxes Mailbox[] }
model Mailbox { id String @id @default(cuid()) userId String user User @relation(fields: [userId], references: [id]) rules Rule[] }
model Rule { id String @id @default(cuid()) mailboxId String mailbox Mailbox @relation(fields: [mailboxId], references: [id]) }
