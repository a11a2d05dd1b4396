// file: src/pages/api/orders/[id].json.ts
import { PrismaClient } from "@prisma/client";
import type { APIRoute } from "astro";

const prisma = new PrismaClient();

export const GET: APIRoute = async ({ params }) => Response.json(await prisma.order.findUnique({ where: { id: params.id } })); // effect: read database order, read // entry: GET /api/orders/:id.json
export const POST: APIRoute = async ({ request, locals }) => { // entry: POST /api/orders/:id.json
  if (!locals.user) return new Response(null, { status: 401 }); // guard: authentication inline check
  await prisma.order.create({ data: await request.json() }); // effect: write database order, insert
  return new Response(null, { status: 201 });
};
// file: src/actions/index.ts
import { PrismaClient } from "@prisma/client"; // guard: validation input
import { ActionError, defineAction } from "astro:actions";
import { z } from "astro:schema";

const prisma = new PrismaClient();

export const server = {
  contact: defineAction({
    input: z.object({ text: z.string() }),
    handler: async (input, context) => { // entry: action contact
      if (!context.locals.user) throw new ActionError({ code: "UNAUTHORIZED" }); // guard: authentication inline check
      await prisma.message.create({ data: { text: input.text } }); // effect: write database message, insert
    },
  }),
};
