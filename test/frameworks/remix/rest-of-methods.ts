// What an action does for the methods that it does not ask for.

// file: app/routes/users.$id.tsx
import { json } from "@remix-run/node";
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function action({ request, params }) { // entry: DELETE /users/:id // entry: POST /users/:id
  if (request.method === "DELETE") {
    await prisma.user.delete({ where: { id: params.id } }); // effect: write database user, delete, from DELETE /users/:id
    return json({ deleted: params.id });
  }
  const data = await request.formData();
  return { user: await prisma.user.update({ where: { id: params.id }, data: { name: data.get("name") } }) }; // effect: write database user, set, from POST /users/:id
}
// file: app/routes/orders.$id.tsx
import { json } from "@remix-run/node";
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function action({ request, params }) { // entry: PATCH /orders/:id
  if (request.method !== "PATCH") return json({ error: "not allowed" }, { status: 405 });
  await prisma.order.update({ where: { id: params.id }, data: { open: false } }); // effect: write database order, set
  return json({ ok: true });
}
