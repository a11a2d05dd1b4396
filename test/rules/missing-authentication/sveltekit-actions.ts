// file: src/routes/admin/+layout.server.ts
import { redirect } from "@sveltejs/kit";

export const load = async ({ locals }) => {
  const session = await locals.getSession();
  if (session?.user?.role !== "admin") throw redirect(302, "/");
  return { session };
};

// file: src/routes/admin/tours/+page.server.ts
import { PrismaClient } from "@prisma/client";
import { fail } from "@sveltejs/kit";
import { superValidate } from "sveltekit-superforms";
import { zod } from "sveltekit-superforms/adapters";
import { z } from "zod";

const prisma = new PrismaClient();
const schema = z.object({ id: z.string() });

export const load = async () => ({ bookings: await prisma.booking.findMany() }); // silent: the layout refuses

export const actions = {
  remove: async ({ request }) => { // expect: missing-authentication
    const form = await superValidate(request, zod(schema));
    if (!form.valid) return fail(400, { form });
    await prisma.tour.delete({ where: { id: form.data.id } });
  },
};
