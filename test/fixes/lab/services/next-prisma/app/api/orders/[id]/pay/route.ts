import { currentUser } from "../../../../../lib/auth.ts";
import { prisma } from "../../../../../lib/db.ts";
import { stripe } from "../../../../../lib/stripe.ts";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser(request);
  if (!user) return Response.json({ error: "Please log in" }, { status: 401 });

  const { id } = await params;
  const order = await prisma.order.findFirst({ where: { id: Number(id), userId: user.id } });
  if (!order) return Response.json({ error: "No such order" }, { status: 404 });

  const payment = await stripe.paymentIntents.create({ amount: order.cents, currency: "eur" });
  return Response.json({ status: payment.status });
}
