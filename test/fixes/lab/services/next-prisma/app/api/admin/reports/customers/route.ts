import { prisma } from "../../../../../lib/db.ts";

export async function GET(_request: Request) {
  const found = await prisma.user.findMany({
    where: { role: "customer" },
    select: { email: true },
    orderBy: { id: "asc" },
  });
  return Response.json(found);
}
