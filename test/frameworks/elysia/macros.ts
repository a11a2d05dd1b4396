// Options that the service makes up itself. https://elysiajs.com/patterns/macro

// file: prisma/schema.prisma
model Order {
  id     String @id
  userId String
}
// file: src/auth.ts
import { Elysia } from "elysia";
import { sessionOf } from "./session";

export const auth = new Elysia({ name: "auth" }).macro({
  signedIn: {
    async resolve({ status, request: { headers } }) {
      const session = await sessionOf(headers.get("authorization"));
      if (!session) return status(401);
      return { user: session.user };
    },
  },
  shop: { signedIn: true },
  role: (wanted: string) => ({
    async beforeHandle({ user, status }) {
      if (user.role !== wanted) return status(403); // guard: role beforeHandle
    },
  }),
});

export const older = new Elysia({ name: "older" }).macro(({ onBeforeHandle }) => ({
  admin(enabled: boolean) {
    onBeforeHandle(async function isAdmin({ session, set }) {
      if (session.user.role !== "admin") { // guard: role isAdmin
        set.status = 403;
        throw new Error("not allowed");
      }
    });
  },
}));
// file: src/session.ts
import { PrismaClient } from "@prisma/client";
import jwt from "jsonwebtoken";

export async function sessionOf(token: string) {
  return jwt.verify(token, process.env.JWT_SECRET!) as any; // guard: authentication resolve
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import { Elysia, t } from "elysia";
import { auth, older } from "./auth";

const prisma = new PrismaClient();

new Elysia()
  .use(auth)
  .use(older)
  .get("/orders", ({ user }) => prisma.order.findMany({ where: { userId: user.id } }), { signedIn: true }) // entry: GET /orders // effect: read database order, read, safe
  .delete("/orders/:id", ({ params }) => prisma.order.delete({ where: { id: params.id } }), { signedIn: true, role: "staff" }) // entry: DELETE /orders/:id // effect: write database order, delete, safe
  .delete("/orders", () => prisma.order.deleteMany(), { admin: true }) // entry: DELETE /orders // effect: write database order, delete, safe
  .put("/orders/:id", ({ params, body }) => prisma.order.update({ where: { id: params.id }, data: { userId: body.userId } }), { body: t.Object({ userId: t.String() }), fromElsewhere: true }) // entry: PUT /orders/:id // guard: validation schema // effect: write database order, set, safe
  .get("/shops", () => prisma.order.findMany(), { shop: true }) // entry: GET /shops // effect: read database order, read, safe
  .patch("/orders/:id", ({ params, body }) => prisma.order.update({ where: { id: params.id }, data: { userId: body.userId } }), { signedIn: false }) // entry: PATCH /orders/:id // effect: write database order, set, safe // expect: missing-authentication
  .listen(3000);
