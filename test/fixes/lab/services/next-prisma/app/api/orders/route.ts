import { currentUser } from "../../../lib/auth.ts";
import { prisma } from "../../../lib/db.ts";

export async function GET(request: Request) {
  const user = await currentUser(request);
  if (!user) return Response.json({ error: "Please log in" }, { status: 401 });
  return Response.json(await prisma.order.findMany({ where: { userId: user.id }, select: { id: true, cents: true } }));
}

export async function POST(request: Request) {
  try {
    const user = await currentUser(request);
    if (!user) return Response.json({ error: "Please log in" }, { status: 401 });

    const { cents } = await request.json();
    const order = await prisma.order.create({ data: { userId: user.id, cents } });
    return Response.json({ cents: order.cents, status: order.status }, { status: 201 });
  } catch (error) {
    console.error(error);
    return Response.json({ error: "Internal" }, { status: 500 });
  }
}
