// file: office/app/src/session.ts
import { headers } from "next/headers";

/** The sessions are kept by another service. */
export async function sessionOf() {
  const sent: Record<string, string> = {};
  (await headers()).forEach((value, name) => {
    if (name === "cookie") sent[name] = value;
  });
  const answer = await fetch(`${process.env.OFFICE_URL}/session`, { headers: sent });
  return answer.ok ? await answer.json() : null;
}
// file: office/app/src/actions.ts
"use server";
import { PrismaClient } from "@prisma/client";
import { createSafeActionClient } from "next-safe-action";
import { sessionOf } from "./session";

const prisma = new PrismaClient();
const open = createSafeActionClient();
const member = open.use(async ({ next }) => {
  const found = await sessionOf();
  const { session, user } = found ?? {};
  if (!session) throw new Error("Unauthorized");
  return next({ ctx: { session, user } });
});
const known = open.use(async ({ next }) => {
  const settings = await prisma.setting.findFirst();
  if (!settings) throw new Error("Nothing is set up, and nobody is authorized to do that here");
  return next({ ctx: { settings } });
});

export const rename = member.action(async () => {
  await prisma.hall.updateMany({ data: { name: "x" } }); // silent: who has no session is refused
});
export const close = known.action(async () => { // expect: missing-authentication
  await prisma.hall.updateMany({ data: { open: false } });
});
// file: office/app/src/middleware.ts
import { NextResponse, type NextRequest } from "next/server";
export function middleware(request: NextRequest) {
  if (request.headers.get("x-office") !== process.env.OFFICE_KEY) return new NextResponse("No", { status: 401 });
  return NextResponse.next();
}
export const config = { matcher: ["/api/:path*"] };
// file: office/app/src/app/api/halls/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: the application stands in a folder that is called app
  await prisma.hall.deleteMany();
  return Response.json({});
}
// file: office/app/src/app/halls/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // expect: missing-authentication
  await prisma.hall.deleteMany();
  return Response.json({});
}
