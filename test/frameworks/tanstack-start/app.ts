// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import { createMiddleware, createServerFn } from "@tanstack/react-start";
import { getServerSession } from "next-auth";
import { z } from "zod";

const prisma = new PrismaClient();

const login = createMiddleware().server(async ({ next }) => {
  const session = await getServerSession(); // guard: authentication login
  if (!session) throw new Error("unauthorized");
  return next({ context: { user: session.user } });
});

export const rename = createServerFn({ method: "POST" })
  .middleware([login])
  .validator(z.object({ name: z.string() }))
  .handler(async ({ data, context }) => { // entry: action rename // guard: validation validator
    await prisma.user.update({ where: { id: context.user.id }, data: { name: data.name } }); // effect: write database user, set
  });
const list = createServerFn().handler(async () => prisma.user.findMany()); // effect: read database user, read // entry: action list
export const run = () => list();
// file: src/routes/api/orders.$id.ts
import { PrismaClient } from "@prisma/client";
import { createFileRoute } from "@tanstack/react-router";

const prisma = new PrismaClient();

export const Route = createFileRoute("/api/orders/$id")({
  server: {
    handlers: {
      DELETE: async ({ params }) => { // entry: DELETE /api/orders/:id
        await prisma.order.delete({ where: { id: params.id } }); // effect: write database order, delete
        return new Response(null, { status: 204 });
      },
    },
  },
});
