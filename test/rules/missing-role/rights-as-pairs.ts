// What each role may do is a list of pairs, and who is calling is told by a package that takes no request.
// file: src/rights.ts
import { auth, clerkClient } from "@clerk/nextjs/server";

const RIGHTS = {
  admin: [{ resource: "tariffs", action: "read" }, { resource: "tariffs", action: "update" }],
  user: [{ resource: "tariffs", action: "read" }],
};

export async function mayDo(resource: string, action: string) {
  const { userId } = await auth();
  if (!userId) return { error: Response.json({}, { status: 401 }) };
  const user = await (await clerkClient()).users.getUser(userId);
  const role = (user.publicMetadata.role as string) || "guest";
  const rights = RIGHTS[role as keyof typeof RIGHTS] || [];
  if (!rights.some((one) => one.resource === resource && one.action === action))
    return { error: Response.json({}, { status: 403 }) };
  return { userId };
}

// file: app/api/admin/tariffs/route.ts
import { mayDo } from "../../../../src/rights";
import { prisma } from "../../../../src/db";

export async function PUT(request: Request) { // silent: only an admin may update
  const { error } = await mayDo("tariffs", "update");
  if (error) return error;
  return Response.json(await prisma.tariff.update({ where: { id: 1 }, data: { price: (await request.json()).price } }));
}
export async function POST(request: Request) { // expect: missing-role
  const { error } = await mayDo("tariffs", "read");
  if (error) return error;
  return Response.json(await prisma.tariff.update({ where: { id: 2 }, data: { price: (await request.json()).price } }));
}

// file: src/db.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();
