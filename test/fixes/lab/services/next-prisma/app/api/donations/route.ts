import { currentUser } from "../../../lib/auth.ts";
import { stripe } from "../../../lib/stripe.ts";

export async function POST(request: Request) {
  const user = await currentUser(request);
  if (!user) return Response.json({ error: "Please log in" }, { status: 401 });

  const { cents } = await request.json();
  const payment = await stripe.paymentIntents.create({ amount: cents, currency: "eur" });
  return Response.json({ status: payment.status });
}
