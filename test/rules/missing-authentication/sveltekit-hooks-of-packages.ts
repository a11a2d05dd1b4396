// rules: all
// While the application is built, a hook lets everything pass. Requests come to one that is built.
// file: package.json
{ "dependencies": { "@sveltejs/kit": "2.0.0", "@zenstackhq/server": "2.0.0", "@zenstackhq/runtime": "2.0.0" } }
// file: src/hooks.server.ts
import { building } from "$app/environment";
import { PrismaClient } from "@prisma/client";
import { enhance } from "@zenstackhq/runtime";
import zenstack from "@zenstackhq/server/sveltekit";
import type { Handle } from "@sveltejs/kit";
import { sequence } from "@sveltejs/kit/hooks";

const prisma = new PrismaClient();

const clients: Handle = (input) => {
  if (building) return input.resolve(input.event);
  input.event.locals.raw = prisma;
  input.event.locals.db = enhance(prisma, { user: undefined });
  return input.resolve(input.event);
};

const api = zenstack.SvelteKitHandler({ prefix: "/api/model", getPrisma: (event) => event.locals.db });

export const handle = sequence(clients, api);
// file: src/routes/orders/[id]/+server.ts
export const PUT = async ({ params, locals }) => { // expect: missing-authentication
  await locals.raw.order.update({ where: { id: params.id }, data: { note: "seen" } });
  return new Response();
};
export const DELETE = async ({ params, locals }) => {
  await locals.db.order.delete({ where: { id: params.id } }); // silent: policies of the schema say who may
  await locals.raw.trace.delete({ where: { orderId: params.id } }); // silent: whoever may not was thrown out
  return new Response();
};
export const PATCH = async ({ params, locals }) => {
  const client = locals.isChief ? locals.raw : locals.db;
  await client.order.update({ where: { id: params.id }, data: { note: "" } }); // silent: the code decides whose rights count
  return new Response();
};
// file: schema.prisma
model Order {
  id String @id
  note String
}
model Trace {
  orderId String @id
}
