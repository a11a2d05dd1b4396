// file: src/middleware.ts
import { defineMiddleware, sequence } from "astro:middleware";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

const session = defineMiddleware(async (context, next) => {
  const id = context.cookies.get("session")?.value;
  if (!id) return next();
  context.locals.user = await prisma.user.findUnique({ where: { session: id } });
  return next();
});
const moved = defineMiddleware(async (context, next) => {
  if (context.url.pathname === "/old" && !context.locals.user) return next("/new");
  return next();
});
const team = defineMiddleware(async (context, next) => {
  if (context.url.pathname.startsWith("/api/team") && !context.locals.user) return new Response(null, { status: 401 });
  return next();
});

export const onRequest = sequence(session, moved, team);

// file: src/pages/api/stalls/[id].ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const DELETE = async ({ params }) => new Response(await prisma.stall.delete({ where: { id: params.id } })); // expect: missing-authentication

// file: src/pages/api/team/[id].ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const DELETE = async ({ params }) => new Response(await prisma.stall.delete({ where: { id: params.id } })); // silent: the middleware asks
