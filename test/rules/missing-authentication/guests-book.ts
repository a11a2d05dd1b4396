// Guests book with their name and address; the calendar is open, and staff decides.

// file: tsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }

// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
}
model User {
  id       Int    @id @default(autoincrement())
  email    String @unique
  password String
  role     String
}
model Reservation {
  id          Int      @id @default(autoincrement())
  guestName   String
  guestEmail  String
  startsAt    DateTime
  status      String   @default("pending")
  editorId    Int?
}

// file: app/api/reservations/route.ts
import { prisma } from "@/lib/prisma";

export async function GET() {
  return Response.json(await prisma.reservation.findMany({ select: { startsAt: true } }));
}

export async function POST(request: Request) {
  const { guestName, guestEmail, startsAt } = await request.json();
  const taken = await prisma.reservation.findFirst({ where: { startsAt, status: "accepted" } });
  const status = taken ? "denied" : "pending";
  return Response.json(await prisma.reservation.create({ data: { guestName, guestEmail, startsAt, status } })); // silent: guests book
}

export async function PUT(request: Request) { // expect: missing-authentication
  const { guestName, guestEmail, startsAt, status } = await request.json();
  return Response.json(await prisma.reservation.create({ data: { guestName, guestEmail, startsAt, status } }));
}

export async function DELETE(request: Request) { // expect: missing-authentication
  const { id } = await request.json();
  return Response.json(await prisma.reservation.delete({ where: { id } }));
}

// file: app/api/reservations/accept/route.ts
import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";
import { prisma } from "@/lib/prisma";

export async function POST(request: Request) {
  const session = await getServerSession(authOptions);
  if (session?.user.role !== "staff") return new Response(null, { status: 403 });
  const { id } = await request.json();
  return Response.json(await prisma.reservation.update({ where: { id }, data: { status: "accepted", editorId: session.user.id } }));
}

// file: lib/prisma.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: lib/auth.ts
export const authOptions = { providers: [] };
