// What stands in the address of a `Request`, in handlers that are given nothing else.

// file: app/api/notices/route.ts
import { NextResponse } from "next/server";
import { auth } from "@/auth";
import { prisma } from "@/prisma";

export async function GET(request: Request) {
  const session = await auth();
  if (!session) return new NextResponse(null, { status: 401 });
  const { searchParams } = new URL(request.url || "");
  const state = searchParams.get("state") || "ALL";
  const from = searchParams.get("from");
  const userId = searchParams.get("userId") || "";
  const where = { ...(state !== "ALL" && { state }), ...(from && { date: { gte: new Date(from) } }) };
  return NextResponse.json(await prisma.notification.findMany({ where: { userId, ...where } })); // expect: unowned-object
}

// file: app/api/notices/mine/route.ts
import { NextResponse } from "next/server";
import { auth } from "@/auth";
import { prisma } from "@/prisma";

export async function GET(request: Request) {
  const session = await auth();
  if (!session) return new NextResponse(null, { status: 401 });
  const state = new URL(request.url).searchParams.get("state");
  const where = { userId: session.user.id, ...(state && { state }) };
  return NextResponse.json(await prisma.notification.findMany({ where })); // silent: the caller's own
}

// file: app/api/notices/clear/[userId]/route.ts
import { NextResponse } from "next/server";
import { auth } from "@/auth";
import { prisma } from "@/prisma";

export async function DELETE(request: Request) {
  const session = await auth();
  const userId = new URL(request.url).pathname.split("/").pop();
  if (!session || session.user.id !== userId) return new NextResponse(null, { status: 401 });
  await prisma.notification.deleteMany({ where: { userId } }); // silent: compared with the caller
  return new NextResponse(null, { status: 204 });
}

// file: app/api/notices/[id]/route.ts
import { NextResponse } from "next/server";
import { auth } from "@/auth";
import { prisma } from "@/prisma";

export async function DELETE(request: Request) {
  const session = await auth();
  if (!session) return new NextResponse(null, { status: 401 });
  const id = new URL(request.url).pathname.split("/").pop();
  await prisma.notification.delete({ where: { id } }); // expect: unowned-object
  return new NextResponse(null, { status: 204 });
}

// file: auth.ts
import NextAuth from "next-auth";
export const { auth } = NextAuth({ providers: [] });

// file: prisma.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();

// file: tsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }

// file: schema.prisma
model User { id String @id }
model Notification {
  id     String @id
  userId String
  state  String
  date   DateTime
  user   User   @relation(fields: [userId], references: [id])
}
