// file: app/routes/carts.$id.delete.ts
import { type ActionFunctionArgs, json, unstable_createMemoryUploadHandler, unstable_parseMultipartFormData } from "@remix-run/node";
import { withZod } from "@remix-validated-form/with-zod";
import { z } from "zod";
import { authenticator } from "~/auth.server";
import { db } from "~/db.server";

const validator = withZod(z.object({ cartId: z.string() }));

export async function action({ request }: ActionFunctionArgs) {
  const form = await unstable_parseMultipartFormData(request, unstable_createMemoryUploadHandler());
  await authenticator.isAuthenticated(request, { failureRedirect: "/login" }); // guard: authentication authenticator.isAuthenticated
  const result = await validator.validate(form); // guard: validation validator.validate
  if (result.error) return json(result.error, { status: 422 }); // guard: validation inline check
  const { cartId } = result.data;
  await db.cart.delete({ where: { id: cartId } }); // effect: write database cart, delete
  return null;
}

// file: app/routes/carts.mine.ts
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { authenticator } from "~/auth.server";
import { db } from "~/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await authenticator.isAuthenticated(request); // guard: authentication authenticator.isAuthenticated
  if (!user) throw new Response(null, { status: 401 }); // guard: authentication inline check
  return json(await db.cart.findMany({ where: { userId: user.id } })); // effect: read database cart
}

// file: app/auth.server.ts
import { Authenticator } from "remix-auth";
import { sessionStorage } from "./session.server";
export const authenticator = new Authenticator<{ id: string }>(sessionStorage);

// file: app/db.server.ts
import { PrismaClient } from "@prisma/client";
export const db = new PrismaClient();

// file: tsconfig.json
{ "compilerOptions": { "paths": { "~/*": ["./app/*"] } } }
