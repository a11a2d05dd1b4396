// Middleware that looks at the address decides for pages, too: whoever comes here is signed in.

// file: package.json
{ "dependencies": { "next": "15", "jose": "5", "@prisma/client": "6" } }

// file: prisma/schema.prisma
model Invoice { id String @id total Int userId String }

// file: middleware.ts
import { jwtVerify } from "jose";
import { NextResponse } from "next/server";

export async function middleware(request) {
  if (request.nextUrl.pathname.startsWith("/login")) return NextResponse.next();
  try {
    await jwtVerify(request.cookies.get("token")?.value, new TextEncoder().encode(process.env.SECRET));
  } catch {
    return NextResponse.redirect(new URL("/login", request.url));
  }
  return NextResponse.next();
}

// file: db.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: app/api/invoices/route.ts
import { jwtVerify } from "jose";
import { cookies } from "next/headers";
import { prisma } from "../../../db";

export async function GET() {
  const token = (await cookies()).get("token")?.value;
  const { payload } = await jwtVerify(token, new TextEncoder().encode(process.env.SECRET));
  return Response.json(await prisma.invoice.findMany({ where: { userId: payload.sub } }));
}

// file: app/invoices/[id]/page.tsx
import { prisma } from "../../../db";

export default async function Page({ params }) {
  const invoice = await prisma.invoice.findUnique({ where: { id: params.id } }); // expect: unowned-object
  return <p>{invoice.total}</p>;
}
