import { currentUser } from "../../../../lib/auth.ts";
import { prisma } from "../../../../lib/db.ts";

export async function GET(request: Request) {
  const user = await currentUser(request);
  if (!user) return Response.json({ error: "Please log in" }, { status: 401 });
  if (user.role !== "admin") return Response.json({ error: "Not allowed" }, { status: 403 });

  return Response.json(await prisma.user.findMany({ select: { id: true, email: true }, orderBy: { id: "asc" } }));
}
