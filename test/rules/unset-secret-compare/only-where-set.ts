// file: app/api/cron/remind/route.ts
import { PrismaClient } from "@prisma/client";
import { NextResponse } from "next/server";

const prisma = new PrismaClient();

export async function GET(request: Request) {
  const secret = process.env.CRON_SECRET;
  if (secret && request.headers.get("authorization") !== `Bearer ${secret}`) { // expect: unset-secret-compare
    return NextResponse.json({ error: "no" }, { status: 401 });
  }
  await prisma.booking.updateMany({ data: { reminded: true } });
  return NextResponse.json({ ok: true });
}

// file: app/api/cron/clean/route.ts
import { PrismaClient } from "@prisma/client";
import { NextResponse } from "next/server";

const prisma = new PrismaClient();

export async function GET(request: Request) {
  const secret = process.env.CRON_SECRET;
  if (!secret || request.headers.get("authorization") !== `Bearer ${secret}`) { // silent: refused where it is not set
    return NextResponse.json({ error: "no" }, { status: 401 });
  }
  await prisma.booking.deleteMany({ where: { gone: true } });
  return NextResponse.json({ ok: true });
}

// file: app/api/cron/close/route.ts
import { PrismaClient } from "@prisma/client";
import { NextResponse } from "next/server";

const prisma = new PrismaClient();

export async function GET(request: Request) {
  const secret = process.env.CRON_SECRET;
  if (secret && request.headers.get("authorization") === `Bearer ${secret}`) { // silent: only behind both
    await prisma.booking.deleteMany({ where: { closed: true } });
    return NextResponse.json({ ok: true });
  }
  return NextResponse.json({ error: "no" }, { status: 401 });
}

// file: app/api/cron/archive/route.ts
import { PrismaClient } from "@prisma/client";
import { NextResponse } from "next/server";

const prisma = new PrismaClient();

export async function GET(request: Request) { // silent: whoever shows something else is refused below
  if (request.headers.get("authorization") === `Bearer ${process.env.CRON_SECRET}`) { // expect: unset-secret-compare
    await prisma.booking.deleteMany({ where: { archived: true } });
    return NextResponse.json({ ok: true });
  }
  return NextResponse.json({ error: "no" }, { status: 401 });
}

// file: app/api/cron/count/route.ts
import { PrismaClient } from "@prisma/client";
import { NextResponse } from "next/server";

const prisma = new PrismaClient();

export async function GET(request: Request) {
  if (request.headers.get("x-cron-key") !== process.env.CRON_KEY) { // silent: null is not undefined
    return NextResponse.json({ error: "no" }, { status: 401 });
  }
  await prisma.booking.deleteMany({ where: { counted: true } });
  return NextResponse.json({ ok: true });
}

export async function POST(request: Request) {
  if ((request.headers.get("x-cron-key") ?? "") !== (process.env.CRON_KEY ?? "")) { // expect: unset-secret-compare
    return NextResponse.json({ error: "no" }, { status: 401 });
  }
  await prisma.booking.deleteMany({ where: { counted: true } });
  return NextResponse.json({ ok: true });
}
