// The team is found through the caller's membership, and one of its endpoints asks for no rank in it.
// file: schema.prisma
model Member {
  id     String @id
  userId String
  teamId String
  team   Team   @relation(fields: [teamId], references: [id])
  rank   String
}

model Team {
  id      String   @id
  slug    String   @unique
  name    String
  members Member[]
  notes   Note[]
}

model Note {
  id     String @id
  teamId String
  team   Team   @relation(fields: [teamId], references: [id])
  text   String
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
  return prisma.member.findFirstOrThrow({
    where: { userId: session.user.id, team: { slug: req.query.slug } },
    include: { team: true },
  });
}

export function requireChief(member) {
  if (member.rank !== "CHIEF") throw Object.assign(new Error("Forbidden"), { status: 403 });
}

// file: pages/api/teams/[slug]/index.ts
import { prisma, requireChief, requireMember } from "../../../../lib/team";

export default async function handler(req, res) { // expect: inconsistent-guard
  try {
    const member = await requireMember(req, res);
    switch (req.method) {
      case "GET":
        return res.json(await prisma.team.findUnique({ where: { id: member.team.id } })); // silent: members see it
      case "PUT":
        requireChief(member);
        return res.json(await prisma.team.update({ where: { id: member.team.id }, data: { name: req.body.name } }));
      case "DELETE":
        await prisma.team.delete({ where: { id: member.team.id } });
        return res.status(204).end();
    }
  } catch (error) {
    res.status(error.status || 500).json({ error: error.message });
  }
}

// file: pages/api/teams/[slug]/notes.ts
import { prisma, requireMember } from "../../../../lib/team";

export default async function handler(req, res) {
  try {
    const member = await requireMember(req, res);
    // silent: notes are every member's
    await prisma.note.updateMany({ where: { teamId: member.team.id }, data: { text: req.body.text } });
    res.status(204).end();
  } catch (error) {
    res.status(500).json({ error: error.message });
  }
}
