// Middleware that keeps a session fresh where there is one lets everybody through.
// file: src/hooks.server.ts
import { PrismaClient } from "@prisma/client";
import type { Handle } from "@sveltejs/kit";

const prisma = new PrismaClient();

async function sessionOf(token: string) {
  const session = await prisma.session.findFirst({ where: { id: token } });
  if (!session) return { session: null, user: null };
  if (Date.now() >= session.expiresAt.getTime()) {
    await prisma.session.delete({ where: { id: token } });
    return { session: null, user: null };
  }
  await prisma.session.update({ where: { id: token }, data: { seenAt: new Date() } });
  return { session, user: session.user };
}

export const handle: Handle = async ({ event, resolve }) => {
  const token = event.cookies.get("session") ?? null;
  if (!token) {
    event.locals.user = null;
    return await resolve(event);
  }
  const { user } = await sessionOf(token);
  event.locals.user = user;
  return await resolve(event);
};
// file: src/routes/api/leases/+server.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function POST({ request }) { // expect: missing-authentication
  const body = await request.json();
  await prisma.lease.update({ where: { id: body.leaseId }, data: { endedAt: new Date() } });
  return new Response(null, { status: 204 });
}

export async function DELETE({ request, locals }) { // silent: it asks
  if (!locals.user) return new Response(null, { status: 401 });
  const body = await request.json();
  await prisma.lease.delete({ where: { id: body.leaseId, userId: locals.user.id } });
  return new Response(null, { status: 204 });
}
