// file: apps/web/app/routes/api.v1.orders.$orderId.ts
import { PrismaClient } from "@prisma/client";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireUser } from "~/session.server";

const prisma = new PrismaClient();

export async function loader({ params }: LoaderFunctionArgs) { // entry: GET /api/v1/orders/:orderId
  return json(await prisma.order.findUnique({ where: { id: params.orderId } })); // effect: read database order, read
}

export async function action({ request, params }: ActionFunctionArgs) { // entry: DELETE /api/v1/orders/:orderId // entry: PUT /api/v1/orders/:orderId
  const user = await requireUser(request);
  switch (request.method) {
    case "PUT":
      await prisma.order.update({ where: { id: params.orderId, userId: user.id }, data: await request.json() }); // effect: write database order, set
      return json({});
    case "DELETE":
      await prisma.order.delete({ where: { id: params.orderId, userId: user.id } }); // effect: write database order, delete
      return json({});
    default:
      return json({}, { status: 405 });
  }
}
// file: apps/web/app/session.server.ts
import { createCookieSessionStorage, redirect } from "@remix-run/node";

const storage = createCookieSessionStorage({ cookie: { name: "s" } });

export async function requireUser(request: Request) {
  const session = await storage.getSession(request.headers.get("Cookie"));
  const id = session.get("userId");
  if (!id) throw redirect("/login"); // guard: authentication requireUser
  return { id };
}
// file: apps/web/app/routes/_auth.login/route.tsx
import { PrismaClient } from "@prisma/client";
import { redirect } from "@remix-run/node";

const prisma = new PrismaClient();

export const action = async ({ request }) => { // entry: POST /login
  const form = await request.formData();
  await prisma.login.create({ data: { email: form.get("email") } }); // effect: write database login, insert
  return redirect("/");
};
export default function Login() {
  return null;
}
// file: apps/web/app/routes/sitemap[.]xml.ts
export const loader = () => new Response("<xml/>"); // entry: GET /sitemap.xml
// file: apps/web/app/routes/_app.orders_.$.tsx
export const loader = async () => null; // entry: GET /orders/*
// file: apps/web/tsconfig.json
{ "compilerOptions": { "paths": { "~/*": ["./app/*"] } } }
// file: apps/web/app/routes/_app.tsx
export const loader = async () => null;
// file: apps/web/app/routes/admin.tsx
export const loader = async () => null;
// file: apps/web/app/routes/admin._index.tsx
export const loader = async () => null; // entry: GET /admin
