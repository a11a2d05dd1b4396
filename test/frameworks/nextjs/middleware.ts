// file: middleware.ts
import { NextResponse, type NextRequest } from "next/server";
import { getToken } from "next-auth/jwt";

export async function middleware(request: NextRequest) {
  const token = await getToken({ req: request }); // guard: authentication middleware
  if (!token) return NextResponse.json({ error: "login" }, { status: 401 });
  return NextResponse.next();
}
export const config = { matcher: ["/api/admin/:path*"] };
// file: app/api/admin/users/route.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function POST(request: Request) { // entry: POST /api/admin/users
  return Response.json(await prisma.user.create({ data: await request.json() }));
}
// file: app/api/open/route.ts
export const GET = () => Response.json({}); // entry: GET /api/open
