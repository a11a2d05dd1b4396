import { currentUser } from "../../../../../lib/auth.ts";
import { receipts } from "../../../../../lib/queue.ts";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser(request);
  if (!user) return Response.json({ error: "Please log in" }, { status: 401 });

  const { id } = await params;
  await receipts.add("receipt", { orderId: Number(id) });
  return new Response(null, { status: 202 });
}
