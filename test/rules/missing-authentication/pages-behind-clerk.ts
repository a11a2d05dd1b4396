// Middleware asks at every address but those that it names: pages stand at addresses as endpoints do.
// https://clerk.com/docs/reference/nextjs/clerk-middleware

// file: package.json
{ "dependencies": { "next": "15", "@clerk/nextjs": "6", "@prisma/client": "6" } }

// file: prisma/schema.prisma
model Payment { id String @id amount Int cardNumber String userId String }

// file: middleware.ts
import { clerkMiddleware, createRouteMatcher } from "@clerk/nextjs/server";

const isPublic = createRouteMatcher(["/sign-in(.*)", "/receipts(.*)"]);

export default clerkMiddleware(async (auth, request) => {
  if (!isPublic(request)) await auth.protect();
});

export const config = { matcher: ["/((?!_next|kiosk).*)"] };

// file: db.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: app/payments/[id]/page.tsx
import { prisma } from "../../../db";

// silent: the middleware asks
export default async function Page({ params }) {
  const payment = await prisma.payment.findUnique({ where: { id: params.id } });
  return <p>{payment.cardNumber}</p>;
}

// file: app/receipts/[id]/page.tsx
import { prisma } from "../../../db";

// silent: the middleware names it among those that are for everybody
export default async function Page({ params }) {
  const payment = await prisma.payment.findUnique({ where: { id: params.id } });
  return <p>{payment.cardNumber}</p>;
}

// file: app/kiosk/[id]/page.tsx
import { prisma } from "../../../db";

export default async function Page({ params }) { // expect: missing-authentication
  const payment = await prisma.payment.findUnique({ where: { id: params.id } });
  return <p>{payment.cardNumber}</p>;
}

// file: app/api/payments/[id]/route.ts
import { prisma } from "../../../../db";

// silent: the middleware asks
export async function DELETE(_: Request, { params }) {
  await prisma.payment.delete({ where: { id: params.id } });
  return new Response(null, { status: 204 });
}
