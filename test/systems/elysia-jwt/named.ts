// Two keys, and which one opens a route. https://elysiajs.com/plugins/jwt
// file: prisma/schema.prisma
model Order {
  id     String @id
  userId String
}
// file: src/tokens.ts
import { jwt } from "@elysiajs/jwt";
import { Elysia } from "elysia";

export const accessTokens = new Elysia({ name: "access" }).use(
  jwt({ name: "jwtAccess", secret: process.env.JWT_SECRET! }),
);
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import { Elysia } from "elysia";
import { accessTokens } from "./tokens";

const prisma = new PrismaClient();

async function payloadOf(token: string | undefined, verifier: any) {
  const payload = await verifier.verify(token); // guard: authentication derive
  if (!payload) throw new Error("invalid");
  return { payload };
}

new Elysia()
  .get("/open", () => 1)
  .use(accessTokens)
  .derive(async function derive({ jwtAccess, headers }) {
    return payloadOf(headers.authorization?.slice(7), jwtAccess);
  })
  .delete("/orders/:id", async ({ params }) => {
    await prisma.order.delete({ where: { id: params.id } }); // effect: write database order, delete, safe // expect: unowned-object
  })
  .get("/orders", async ({ payload }) => {
    return prisma.order.findMany({ where: { userId: payload.id } }); // effect: read database order, read, safe
  })
  .listen(3000);
