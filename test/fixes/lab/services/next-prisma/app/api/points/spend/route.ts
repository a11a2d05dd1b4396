import { currentUser } from "../../../../lib/auth.ts";
import { prisma } from "../../../../lib/db.ts";

export async function POST(request: Request) {
  const user = await currentUser(request);
  if (!user) return Response.json({ error: "Please log in" }, { status: 401 });

  const { points } = await request.json();
  const account = await prisma.user.findUniqueOrThrow({ where: { id: user.id } });
  await prisma.user.update({ where: { id: user.id }, data: { points: account.points - points } });
  return new Response(null, { status: 204 });
}
