// Reading what was sent refuses nobody.
// file: app/api/files/route.ts
import { unlink, writeFile } from "node:fs/promises";

export async function DELETE(request: Request) { // expect: missing-authentication
  const { searchParams } = new URL(request.url);
  const name = searchParams.get("name");
  if (!name) return Response.json({ error: "which one?" }, { status: 400 });
  await unlink(`./uploads/${name}`);
  return Response.json({ ok: true });
}
// file: app/api/orders/route.ts
import { auth } from "@/auth";
import { db } from "@/db";

export async function DELETE(request: Request) {
  const session = await auth();
  if (!session?.user) return new Response(null, { status: 401 });
  const { searchParams } = new URL(request.url);
  await db.query("DELETE FROM orders WHERE id = $1 AND user_id = $2", [searchParams.get("id"), session.user.id]); // silent: it asked
  return Response.json({ ok: true });
}
// file: app/api/parts/route.ts
import { keys } from "@house/keys";
import { db } from "@/db";

export async function DELETE(request: Request) {
  const { searchParams } = new URL(request.url);
  if (!keys.isValid(searchParams.get("key"))) return new Response(null, { status: 401 });
  await db.query("DELETE FROM parts WHERE id = $1", [searchParams.get("id")]); // silent: the key is asked for
  return Response.json({ ok: true });
}
// file: auth.ts
import NextAuth from "next-auth";

export const { auth } = NextAuth({ providers: [] });
// file: db.ts
import { Pool } from "pg";

export const db = new Pool();
// file: tsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }
