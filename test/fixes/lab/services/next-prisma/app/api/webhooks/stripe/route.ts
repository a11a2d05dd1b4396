import { prisma } from "../../../../lib/db.ts";
import { stripe } from "../../../../lib/stripe.ts";

export async function POST(request: Request) {
  const body = await request.text();
  const event = stripe.webhooks.constructEvent(
    body,
    request.headers.get("stripe-signature")!,
    process.env.WEBHOOK_SECRET!,
  );
  if (event.type === "payment_intent.succeeded") {
    const { amount, metadata } = event.data.object;
    await prisma.payment.create({ data: { orderId: Number(metadata.order), cents: amount } });
    if (metadata.fail === String(await prisma.payment.count())) throw new Error("The first delivery fails");
    await prisma.user.update({ where: { id: Number(metadata.user) }, data: { points: { increment: amount } } });
  }
  return Response.json({ received: true });
}
