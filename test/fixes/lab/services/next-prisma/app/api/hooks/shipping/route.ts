import { prisma } from "../../../../lib/db.ts";

export async function POST(request: Request) {
  if (request.headers.get("x-hook-token") !== process.env.WEBHOOK_SECRET) return new Response(null, { status: 401 });
  const { id, orderId } = await request.json();
  console.log("parcel", id);
  const order = await prisma.order.findUnique({ where: { id: orderId } });
  if (!order) return new Response(null, { status: 404 });

  const receipt = await prisma.receipt.create({ data: { orderId } });
  return Response.json({ sent: receipt.orderId });
}
