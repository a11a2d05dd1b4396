import { prisma } from "../../../lib/db.ts";

export async function POST(request: Request) {
  const { email, role } = await request.json();
  const user = await prisma.user.create({ data: { email, role: role ?? "customer" } });
  return Response.json({ email: user.email, role: user.role }, { status: 201 });
}
