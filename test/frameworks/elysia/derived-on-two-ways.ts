// A caller, or nobody: both are what derive gives. https://elysiajs.com/essential/life-cycle.html#derive

// file: prisma/schema.prisma
model User {
  id       String @id
  password String
}
model Order {
  id     String @id
  userId String
  user   User   @relation(fields: [userId], references: [id])
}
// file: src/app.ts
import { jwt } from "@elysiajs/jwt";
import { PrismaClient } from "@prisma/client";
import { Elysia } from "elysia";

const prisma = new PrismaClient();

new Elysia()
  .use(jwt({ secret: process.env.JWT_SECRET! }))
  .derive(async ({ headers, jwt }) => {
    if (!headers.authorization) return { user: null };
    const payload = await jwt.verify(headers.authorization);
    return { user: payload ? await prisma.user.findUnique({ where: { id: payload.sub } }) : null }; // effect: read database user, read, safe // guard: authentication handler
  })
  .get("/orders", async ({ user, status }) => { // entry: GET /orders
    if (!user) return status(401); // guard: authentication inline check
    return prisma.order.findMany({ where: { userId: user.id } }); // effect: read database order, read, safe
  })
  .delete("/orders/:id", async ({ user, params, status }) => { // entry: DELETE /orders/:id
    if (!user) return status(401); // guard: authentication inline check
    await prisma.order.delete({ where: { id: params.id } }); // effect: write database order, delete, safe // expect: unowned-object
  })
  .listen(3000);
