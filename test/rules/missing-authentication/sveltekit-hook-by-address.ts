// file: tsconfig.json
{ "extends": "./.svelte-kit/tsconfig.json" }

// file: src/hooks.server.ts
import { error, redirect } from "@sveltejs/kit";
import { sequence } from "@sveltejs/kit/hooks";
import { findSession } from "$lib/server/sessions";

const session = async ({ event, resolve }) => {
  event.locals.user = await findSession(event.cookies.get("session"));
  return resolve(event);
};

const areas = ["/account", "/admin"];

const guard = async ({ event, resolve }) => {
  const { pathname } = event.url;
  if (areas.some((area) => pathname === area || pathname.startsWith(`${area}/`)) && !event.locals.user)
    redirect(303, "/login");
  if (event.route.id?.startsWith("/(team)/") && !event.locals.user) error(401);
  return resolve(event);
};

export const handle = sequence(session, guard);

// file: src/lib/server/sessions.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const findSession = (id) => prisma.session.findUnique({ where: { id } });

// file: src/lib/server/store.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const remove = (id) => prisma.member.delete({ where: { id } });

// file: src/routes/admin/members/[id]/+server.ts
import { remove } from "$lib/server/store";

export const DELETE = async ({ params }) => new Response(await remove(params.id)); // silent: below /admin

// file: src/routes/api/admin/members/[id]/+server.ts
import { remove } from "$lib/server/store";

export const DELETE = async ({ params }) => new Response(await remove(params.id)); // expect: missing-authentication

// file: src/routes/account/+page.server.ts
import { remove } from "$lib/server/store";

export const actions = {
  leave: async ({ locals }) => remove(locals.user.id), // silent: actions answer at the address of their page
};

// file: src/routes/(team)/board/[id]/+server.ts
import { remove } from "$lib/server/store";

export const DELETE = async ({ params }) => new Response(await remove(params.id)); // silent: asked by the route's own name

// file: src/routes/(shop)/board/[id]/members/+server.ts
import { remove } from "$lib/server/store";

export const DELETE = async ({ params }) => new Response(await remove(params.id)); // expect: missing-authentication
