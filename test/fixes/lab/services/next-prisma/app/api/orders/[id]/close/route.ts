import { currentUser } from "../../../../../lib/auth.ts";
import { prisma } from "../../../../../lib/db.ts";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser(request);
  if (!user) return Response.json({ error: "Please log in" }, { status: 401 });

  const { receipt } = await request.json();
  const id = Number((await params).id);
  await prisma.order.update({ where: { id }, data: { status: "closed" } });
  await prisma.receipt.create({ data: { orderId: receipt } });
  return Response.json({ closed: id });
}
