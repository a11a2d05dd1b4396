import { prisma } from "../../../../../lib/db.ts";

// Everything anybody ever bought.
export async function GET() {
  const sales = await prisma.order.findMany({ select: { userId: true, cents: true }, orderBy: { id: "asc" } });
  return Response.json(sales);
}
