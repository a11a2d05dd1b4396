import { prisma } from "../../../../../lib/db.ts";

export async function POST(request: Request) {
  const { data } = await request.json();
  const id = Number(data.object.metadata.order);
  await prisma.order.updateMany({ where: { id }, data: { status: "refunded" } });
  return Response.json({ received: true });
}
