import { currentUser } from "../../../../lib/auth.ts";
import { prisma } from "../../../../lib/db.ts";

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser(request);
  if (!user) return Response.json({ error: "Please log in" }, { status: 401 });

  const { id } = await params;
  const order = await prisma.order.findUnique({
    where: { id: Number(id) },
    select: { id: true, cents: true, status: true },
  });
  if (!order) return Response.json({ error: `No such order, ${user.email}` }, { status: 404 });
  return Response.json(order);
}
