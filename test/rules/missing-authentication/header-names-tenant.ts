// A header says which tenant is meant, and from where the request comes: whoever writes it is nobody yet.

// file: prisma/schema.prisma
model User {
  id       String @id
  password String
}
model Settings {
  id       String  @id
  tenantId String  @unique
  calendar String?
}
model Booking {
  id       String @id
  tenantId String
  status   String
}
// file: app/api/cancel/route.ts
import { PrismaClient } from "@prisma/client";
import { NextResponse } from "next/server";

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: missing-authentication
  const tenantId = request.headers.get("x-tenant") ?? "main";
  const settings = await prisma.settings.findUnique({ where: { tenantId } });
  if (!settings.calendar) throw new Error("no calendar");
  const { id } = await request.json();
  await prisma.booking.update({ where: { id }, data: { status: "cancelled" } });
  return NextResponse.json({ ok: true });
}
// file: app/api/confirm/route.ts
import { PrismaClient } from "@prisma/client";
import { NextResponse } from "next/server";

const prisma = new PrismaClient();

export async function POST(request: Request) { // silent: the key finds who is calling
  const key = request.headers.get("x-api-key");
  const settings = await prisma.settings.findFirst({ where: { id: key } });
  if (!settings) return NextResponse.json({ error: "no" }, { status: 401 });
  const { id } = await request.json();
  await prisma.booking.update({ where: { id, tenantId: settings.tenantId }, data: { status: "confirmed" } });
  return NextResponse.json({ ok: true });
}
