// Sessions are asked for by pages, which are no entry points; server actions are called without them.

// file: lib/auth.ts
import { betterAuth } from "better-auth";

export const auth = betterAuth({ emailAndPassword: { enabled: true } });

// file: app/login/actions.ts
"use server";
import { auth } from "../../lib/auth";

export async function signInAction(form: FormData) {
  await auth.api.signInEmail({ body: { email: String(form.get("email")), password: String(form.get("password")) } });
}

// file: app/dashboard/page.tsx
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { auth } from "../../lib/auth";

export default async function Page() {
  if (!(await auth.api.getSession({ headers: await headers() }))) redirect("/login");
  return null;
}

// file: app/dashboard/actions.ts
"use server";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function invoicesOf(organizationId: string) { // expect: missing-authentication
  return prisma.invoice.findMany({ where: { organizationId } });
}
