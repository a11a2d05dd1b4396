// file: nuxt.config.ts
export default defineNuxtConfig({
  serverHandlers: [
    { route: "/hooks/pay", method: "post", handler: "~~/server/listed/pay.ts" },
    { route: "/files/**", handler: "./server/listed/files" },
    { middleware: true, handler: "./server/listed/session" },
  ],
  nitro: { scheduledTasks: { "0 3 * * *": ["db:clean"] } },
});

// file: server/listed/pay.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export default defineEventHandler(async (event) => { // entry: POST /hooks/pay
  return prisma.payment.create({ data: await readBody(event) }); // effect: write database payment, insert
});

// file: server/listed/files.ts
export default defineEventHandler(() => "x"); // entry: ALL /files/:path*

// file: server/listed/session.ts
export default defineEventHandler((event) => {
  if (!getCookie(event, "session")) throw createError({ statusCode: 401 }); // guard: authentication default
});

// file: server/tasks/db/clean.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export default defineTask({
  meta: { name: "db:clean" },
  async run() { // entry: command db:clean // entry: schedule 0 3 * * *
    await prisma.session.deleteMany({ where: { ended: true } }); // effect: write database session, delete
    return { result: "ok" };
  },
});
