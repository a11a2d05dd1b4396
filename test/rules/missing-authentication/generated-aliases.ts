// file: tsconfig.json
{ "extends": "./.svelte-kit/tsconfig.json", "compilerOptions": { "strict": true } }

// file: src/lib/server/sign-in.ts
import { error, type RequestEvent } from "@sveltejs/kit";
import { lucia } from "lucia";

export async function requireUser(event: RequestEvent) {
  const user = await lucia.validateSession(event.cookies.get("session") ?? "");
  if (!user) error(401, "Sign in first");
  return user;
}

// file: src/lib/server/database.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: src/routes/api/notes/+server.ts
import { json } from "@sveltejs/kit";
import { prisma } from "$lib/server/database";
import { requireUser } from "$lib/server/sign-in";

export async function POST(event) {
  const user = await requireUser(event);
  return json(await prisma.note.create({ data: { userId: user.id } })); // silent: the module behind $lib refuses
}

export async function DELETE() { // expect: missing-authentication
  await prisma.note.deleteMany({ where: { archived: true } });
  return json({});
}
