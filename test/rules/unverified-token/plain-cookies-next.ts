// file: package.json
{ "dependencies": { "next": "15.0.0" } }

// file: lib/prisma.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();

// file: app/api/orders/route.ts
import { cookies } from "next/headers";
import { NextResponse } from "next/server";
import { prisma } from "../../../lib/prisma";
export async function GET() {
  const raw = (await cookies()).get("user")?.value;
  if (!raw) return NextResponse.json({}, { status: 401 }); // expect: unverified-token
  const user = JSON.parse(raw);
  return NextResponse.json(await prisma.order.findMany({ where: { userId: user.id } }));
}
export async function DELETE() {
  const role = (await cookies()).get("role")?.value;
  if (role !== "admin") return NextResponse.json({}, { status: 403 }); // expect: unverified-token
  await prisma.order.deleteMany();
  return NextResponse.json({});
}

// file: app/api/invoices/route.ts
import { jwtVerify } from "jose";
import { cookies } from "next/headers";
import { NextResponse } from "next/server";
import { prisma } from "../../../lib/prisma";
export async function GET() {
  const raw = (await cookies()).get("user")?.value;
  if (!raw) return NextResponse.json({}, { status: 401 });
  const { payload } = await jwtVerify(raw, new TextEncoder().encode(process.env["JWT_SECRET"]));
  return NextResponse.json(await prisma.invoice.findMany({ where: { userId: payload.id } })); // silent: verified
}
