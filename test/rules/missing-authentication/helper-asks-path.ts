// A helper that is given the address tells which routes are public.
// file: middleware.ts
import { jwtVerify } from "jose";
import { type NextRequest, NextResponse } from "next/server";

const OPEN = ["/api/public", "/login"];

function isOpen(pathname: string) {
  return OPEN.some((start) => pathname.startsWith(start));
}

function isOfTeam(pathname: string): boolean {
  return pathname === "/api/team" || pathname.startsWith("/api/team/");
}

export async function middleware(request: NextRequest) {
  const pathname = request.nextUrl.pathname;
  if (isOpen(pathname)) return NextResponse.next();
  const token = request.cookies.get("session")?.value;
  if (isOfTeam(pathname)) {
    if (!token) return NextResponse.redirect(new URL("/login", request.url));
    await jwtVerify(token, new TextEncoder().encode(process.env.SESSION_SECRET));
  }
  return NextResponse.next();
}

// file: app/api/team/invoices/route.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function POST(request: Request) {
  // silent: the middleware asks for a session here
  await prisma.invoice.create({ data: await request.json() });
  return Response.json({});
}

// file: app/api/invoices/route.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: missing-authentication
  await prisma.invoice.create({ data: await request.json() });
  return Response.json({});
}
