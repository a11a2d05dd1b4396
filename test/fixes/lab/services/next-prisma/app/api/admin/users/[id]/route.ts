import { currentUser } from "../../../../../lib/auth.ts";
import { prisma } from "../../../../../lib/db.ts";

export async function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const user = await currentUser(request);
  if (!user) return Response.json({ error: "Please log in" }, { status: 401 });

  const { id } = await params;
  const gone = await prisma.user.deleteMany({ where: { id: Number(id) } });
  return Response.json({ deleted: gone.count });
}
