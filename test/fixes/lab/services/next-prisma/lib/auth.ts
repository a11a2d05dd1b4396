import { prisma } from "./db.ts";

export async function currentUser(request: Request) {
  return prisma.user.findUnique({ where: { id: Number(request.headers.get("x-user") ?? 0) } });
}
