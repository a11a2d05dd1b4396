// file: src/app/(shop)/api/orders/[orderId]/route.ts
import { PrismaClient } from "@prisma/client";
import { handler, remove } from "../../../../../server/orders";
import { withAuth } from "../../../../../server/with-auth";

const prisma = new PrismaClient();

// entry: GET /api/orders/:orderId
export async function GET(request: Request, { params }: { params: Promise<{ orderId: string }> }) {
  const { orderId } = await params;
  return Response.json(await prisma.order.findUnique({ where: { id: orderId } })); // effect: read database order, read, from GET /api/orders/:orderId
}
export const POST = withAuth(async (request) => { // entry: POST /api/orders/:orderId
  await prisma.order.create({ data: await request.json() }); // effect: write database order, insert, from POST /api/orders/:orderId
  return Response.json({});
}, { role: "admin" });
export const PUT = handler; // entry: PUT /api/orders/:orderId
export const PATCH = PUT; // entry: PATCH /api/orders/:orderId
export { remove as DELETE }; // entry: DELETE /api/orders/:orderId
export const dynamic = "force-dynamic";
// file: src/server/orders.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function handler(request: Request) {
  await prisma.order.updateMany({ data: await request.json() }); // effect: write database order, set
  return new Response(null, { status: 204 });
}

export const remove = async () => {
  await prisma.order.deleteMany({}); // effect: write database order, delete
};
// file: src/server/with-auth.ts
export { withAuth } from "./auth/wrapper";
// file: src/server/auth/wrapper.ts
import { NextResponse } from "next/server";
import { currentUser } from "./session";

export function withAuth(inner: (request: Request, user: unknown) => Promise<Response>, options: { role?: string } = {}) {
  return async (request: Request) => {
    const user = await currentUser();
    if (!user) return NextResponse.json({ error: "login" }, { status: 401 }); // guard: authentication inline check
    if (options.role && user.role !== options.role) return NextResponse.json({}, { status: 403 }); // guard: role inline check
    return inner(request, user);
  };
}
// file: src/server/auth/session.ts
import { getServerSession } from "next-auth";

export async function currentUser() {
  const session = await getServerSession(); // guard: authentication getServerSession
  return session?.user;
}
// file: src/app/api/auth/[...nextauth]/route.ts
import { handlers } from "../../../../auth";

export const { GET, POST } = handlers; // entry: GET /api/auth/:nextauth* // entry: POST /api/auth/:nextauth*
// file: src/auth.ts
import NextAuth from "next-auth";

export const { handlers, auth, signIn } = NextAuth({ providers: [] });
// file: src/app/api/me/route.ts
import { PrismaClient } from "@prisma/client";
import { auth } from "../../../auth";

const prisma = new PrismaClient();

export const GET = auth(async (request) => { // entry: GET /api/me
  if (!request.auth) return Response.json({}, { status: 401 }); // guard: authentication inline check
  return Response.json(await prisma.user.findMany()); // effect: read database user, read
});
export async function DELETE() { // entry: DELETE /api/me
  const session = await auth(); // guard: authentication auth
  if (!session?.user) return new Response(null, { status: 401 }); // guard: authentication inline check
  await prisma.user.deleteMany({ where: { id: session.user.id } }); // effect: write database user, delete
  return new Response(null, { status: 204 });
}
