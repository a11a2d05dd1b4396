// The event of the request is there for whoever asks for it. https://svelte.dev/docs/kit/$app-server#getRequestEvent

// file: tsconfig.json
{ "extends": "./.svelte-kit/tsconfig.json" }
// file: src/lib/server/auth.ts
import { error, redirect } from "@sveltejs/kit";
import { getRequestEvent } from "$app/server";

export function requireLogin() {
  const { locals } = getRequestEvent();
  if (!locals.user) redirect(302, "/login");
  return locals.user;
}

export function requireRole(role) {
  const user = requireLogin();
  if (user.role !== role) error(403, "not yours");
  return user;
}

// file: src/routes/admin/users/[id]/+page.server.ts
import { PrismaClient } from "@prisma/client";
import { requireLogin, requireRole } from "$lib/server/auth";

const prisma = new PrismaClient();

export const actions = {
  promote: async ({ params }) => { // silent: the helper asks for the role
    requireRole("admin");
    await prisma.user.update({ where: { id: params.id }, data: { role: "admin" } });
  },
  ban: async ({ params }) => { // expect: missing-role
    requireLogin();
    await prisma.user.update({ where: { id: params.id }, data: { banned: true } });
  },
};
