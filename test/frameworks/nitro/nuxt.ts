// file: server/middleware/auth.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export default defineEventHandler(async (event) => {
  const session = await prisma.session.findUnique({ where: { id: getCookie(event, "session") } }); // effect: read database session, read
  if (!session) throw createError({ statusCode: 401 }); // guard: authentication default
  event.context.user = session.user;
});
// file: server/api/orders/[id].patch.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export default defineEventHandler(async (event) => { // entry: PATCH /api/orders/:id
  const body = await readBody(event);
  return prisma.order.update({ where: { id: getRouterParam(event, "id") }, data: body }); // effect: write database order, set
});
// file: server/api/orders/index.post.ts
import { PrismaClient } from "@prisma/client";
import { defineEventHandler, readBody } from "h3";

const prisma = new PrismaClient();

export default defineEventHandler(async (event) => prisma.order.create({ data: await readBody(event) })); // effect: write database order, insert // entry: POST /api/orders
// file: server/routes/[...path].ts
export default eventHandler(() => "ok"); // entry: ALL /:path*
