// The hook runs everything in a function that a store of its own calls, and what that function gives back is the answer.

// file: tsconfig.json
{ "extends": "./.svelte-kit/tsconfig.json" }

// file: src/hooks.server.ts
import { AsyncLocalStorage } from "node:async_hooks";
import { base } from "$app/paths";

const storage = new AsyncLocalStorage();

const within = (work, about) => storage.run(about, work);

export const handle = ({ event, resolve }) =>
  within(async () => {
    const { pathname } = event.url;
    if (pathname.startsWith(`${base}/admin/`) || pathname === `${base}/admin`) {
      if (event.request.headers.get("Authorization") !== `Bearer ${process.env.STAFF_SECRET}`)
        return new Response("Unauthorized", { status: 401 });
    }
    const answer = await resolve(event);
    return answer;
  }, { at: event.url.pathname });

// file: src/lib/server/store.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: src/routes/admin/export/+server.ts
import { prisma } from "$lib/server/store";

export const DELETE = async ({ request }) => {
  const { id } = await request.json();
  await prisma.order.delete({ where: { id } }); // silent: the hook asks for a secret
  return new Response();
};

// file: src/routes/orders/+server.ts
import { prisma } from "$lib/server/store";

export const DELETE = async ({ request }) => { // expect: missing-authentication
  const { id } = await request.json();
  await prisma.order.delete({ where: { id } });
  return new Response();
};

// file: src/routes/sync/+server.ts
import { error } from "@sveltejs/kit";
import { prisma } from "$lib/server/store";

export const POST = async ({ request }) => {
  const given = await request.text();
  if (given !== process.env.SYNC_PASSWORD) error(403);
  await prisma.order.deleteMany({ where: { done: true } }); // silent: the secret is the body
  return new Response();
};

// file: src/routes/sync-now/+server.ts
import { error } from "@sveltejs/kit";
import { prisma } from "$lib/server/store";

export const POST = async ({ request }) => {
  const given = await request.text();
  if (given === process.env.SYNC_PASSWORD) {
    await prisma.order.deleteMany({ where: { done: true } }); // silent: the same, the other way round
    return new Response();
  }
  error(403);
};
