// file: src/hooks.server.ts
import { error, type Handle } from "@sveltejs/kit";
import { sequence } from "@sveltejs/kit/hooks";
import { readSession } from "$lib/session";

const session: Handle = async ({ event, resolve }) => {
  event.locals.user = await readSession(event.cookies.get("session"));
  return resolve(event);
};
const login: Handle = async ({ event, resolve }) => {
  if (!event.locals.user) error(401, "login"); // guard: authentication handle
  return resolve(event);
};
export const handle = sequence(session, login);
// file: src/lib/session.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function readSession(id: string | undefined) {
  return prisma.session.findUnique({ where: { id } }); // effect: read database session, read
}
// file: src/routes/(shop)/api/orders/[id=integer]/+server.ts
import { PrismaClient } from "@prisma/client";
import { json } from "@sveltejs/kit";

const prisma = new PrismaClient();

export async function DELETE({ params, locals }) { // entry: DELETE /api/orders/:id
  await prisma.order.delete({ where: { id: params.id, userId: locals.user.id } }); // effect: write database order, delete
  return json({});
}
// file: src/routes/login/+page.server.ts
import { PrismaClient } from "@prisma/client";
import { fail } from "@sveltejs/kit";

const prisma = new PrismaClient();

export const load = async () => ({ plans: await prisma.plan.findMany() }); // effect: read database plan, read // entry: GET /login
export const actions = {
  register: async ({ request }) => { // entry: POST /login?/register
    const form = await request.formData();
    if (!form.get("email")) return fail(400); // guard: validation inline check
    await prisma.user.create({ data: { email: form.get("email") } }); // effect: write database user, insert
  },
  default: async () => { // entry: POST /login
    await prisma.visit.create({ data: {} }); // effect: write database visit, insert
  },
};
// file: svelte.config.js
export default { kit: { alias: { $lib: "src/lib" } } };
