// Addresses that are called like ways in, behind a login that stands in a `try`.
// file: schema.prisma
model Member {
  id     String @id
  userId String
  teamId String
  role   String
}

model Team {
  id   String @id
  slug String @unique
}

model SsoConnection {
  id     String @id
  teamId String
  url    String
}

// file: package.json
{ "dependencies": { "next": "14", "next-auth": "4", "@prisma/client": "5" } }
// file: lib/team.ts
import { PrismaClient } from "@prisma/client";
import { getServerSession } from "next-auth/next";

export const prisma = new PrismaClient();

export async function requireMember(req, res) {
  const session = await getServerSession(req, res, {});
  if (!session) throw new Error("Unauthorized");
  return prisma.member.findFirstOrThrow({ where: { userId: session.user.id, team: { slug: req.query.slug } } });
}

export function requireChief(member) {
  if (member.role !== "CHIEF") throw Object.assign(new Error("Forbidden"), { status: 403 });
}

// file: pages/api/teams/[slug]/sso.ts
import { prisma, requireChief, requireMember } from "../../../../lib/team";

export default async function handler(req, res) { // expect: inconsistent-guard
  try {
    const member = await requireMember(req, res);
    switch (req.method) {
      case "PUT":
        requireChief(member);
        await prisma.ssoConnection.updateMany({ where: { teamId: member.teamId }, data: { url: req.body.url } });
        return res.status(204).end();
      case "PATCH":
        requireChief(member);
        await prisma.ssoConnection.updateMany({ where: { teamId: member.teamId }, data: { url: req.body.url } });
        return res.status(204).end();
      case "DELETE":
        await prisma.ssoConnection.deleteMany({ where: { teamId: member.teamId } });
        return res.status(204).end();
    }
  } catch (error) {
    res.status(error.status || 500).json({ error: error.message });
  }
}
