// The hook finds out who is calling, and lets everybody through.

// file: tsconfig.json
{ "extends": "./.svelte-kit/tsconfig.json" }

// file: src/hooks.server.ts
import { lucia } from "$lib/server/lucia";

export const handle = async ({ event, resolve }) => {
  const sessionId = event.cookies.get(lucia.sessionCookieName);
  if (!sessionId) {
    event.locals.user = null;
    return resolve(event);
  }
  const { session, user } = await lucia.validateSession(sessionId);
  if (!session) event.cookies.set(lucia.sessionCookieName, "", { path: "/" });
  event.locals.user = user;
  return resolve(event, { transformPageChunk: ({ html }) => html });
};

// file: src/lib/server/lucia.ts
import { Lucia } from "lucia";

export const lucia = new Lucia({});

// file: src/lib/server/limits.ts
import { Ratelimit } from "@upstash/ratelimit";

export const limits = new Ratelimit({});

// file: src/routes/stalls/+page.server.ts
import { PrismaClient } from "@prisma/client";
import { fail, redirect } from "@sveltejs/kit";
import { limits } from "$lib/server/limits";

const prisma = new PrismaClient();

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, "/login");
  return { stalls: await prisma.stall.findMany() };
};

export const actions = {
  price: async (event) => { // expect: missing-authentication
    const form = await event.request.formData();
    const { success } = await limits.limit(event.locals.user?.id || event.getClientAddress());
    if (!success) return fail(429);
    await prisma.stall.update({ where: { id: form.get("id") }, data: { price: Number(form.get("price")) } });
  },
  close: async ({ request, locals }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    await prisma.stall.update({ where: { id: form.get("id") }, data: { closed: true } }); // silent: asked first
  },
};
