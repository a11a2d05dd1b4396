// file: tsconfig.json
{ "extends": "./.svelte-kit/tsconfig.json" }

// file: src/hooks.server.ts
import { lucia } from "$lib/server/lucia";

export const handle = async ({ event, resolve }) => {
  const { user } = await lucia.validateSession(event.cookies.get("session") ?? "");
  event.locals.user = user;
  return resolve(event);
};

// file: src/lib/server/lucia.ts
import { Lucia } from "lucia";

export const lucia = new Lucia({});

// file: src/routes/admin/stalls/+page.server.ts
import { PrismaClient } from "@prisma/client";
import { redirect } from "@sveltejs/kit";

const prisma = new PrismaClient();

export const load = async ({ locals }) => {
  if (!locals.user?.employee) redirect(302, "/login");
  return { stalls: await prisma.stall.findMany() }; // silent: employees alone
};

export const actions = {
  open: async ({ request, locals }) => {
    if (!locals.user?.employee) redirect(302, "/login");
    const form = await request.formData();
    await prisma.stall.update({ where: { id: form.get("id") }, data: { open: true } }); // silent: employees alone
  },
  close: async ({ request, locals }) => { // expect: missing-role
    if (!locals.user) redirect(302, "/login");
    const form = await request.formData();
    await prisma.stall.update({ where: { id: form.get("id") }, data: { open: false } });
  },
};
