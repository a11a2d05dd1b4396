// What is sent may be read off a copy of the request: https://developer.mozilla.org/docs/Web/API/Request/clone

// file: src/routes/api/members/[id]/+server.ts
import { error, json } from "@sveltejs/kit";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const PATCH = async ({ request, locals }) => {
  if (!locals.user) error(401);
  const data = await request.clone().json();
  return json(await prisma.user.update({ where: { id: locals.user.id }, data })); // expect: mass-assignment
};

export const PUT = async ({ request, locals }) => { // silent: the name alone is taken
  if (!locals.user) error(401);
  const { name } = await request.clone().json();
  return json(await prisma.user.update({ where: { id: locals.user.id }, data: { name } }));
};
