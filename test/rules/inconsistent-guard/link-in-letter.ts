// Who follows the link of a letter is no member who is signed in, also where the link is read in a `try` ahead of all else.
// file: schema.prisma
model Member {
  id      String @id
  userId  String
  teamId  String
  role    String
  letters Boolean

  @@unique([userId, teamId])
}

// file: package.json
{ "dependencies": { "next": "14", "next-auth": "4", "@prisma/client": "5", "jsonwebtoken": "9" } }
// file: lib/store.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: lib/link.ts
import jwt from "jsonwebtoken";

export function readLink(token: string) {
  try {
    return jwt.verify(token, process.env.LETTER_SECRET);
  } catch {
    return null;
  }
}

// file: pages/api/teams/[teamId]/role.ts
import { getServerSession } from "next-auth/next";
import { prisma } from "../../../../lib/store";

export default async function handler(req, res) {
  if (req.method !== "PUT") return res.status(405).end();
  const session = await getServerSession(req, res, {});
  if (!session) return res.status(401).end();
  const { teamId } = req.query;
  const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId } } });
  if (!member || member.role !== "CHIEF") return res.status(403).end();
  await prisma.member.update({ where: { userId_teamId: { userId: req.body.userId, teamId } }, data: { role: req.body.role === "CHIEF" ? "CHIEF" : "MEMBER" } });
  res.status(204).end();
}

// file: pages/api/teams/[teamId]/remove.ts
import { getServerSession } from "next-auth/next";
import { prisma } from "../../../../lib/store";

export default async function handler(req, res) { // expect: inconsistent-guard
  if (req.method !== "DELETE") return res.status(405).end();
  const session = await getServerSession(req, res, {});
  if (!session) return res.status(401).end();
  const { teamId } = req.query;
  const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId } } });
  if (!member) return res.status(403).end();
  await prisma.member.delete({ where: { userId_teamId: { userId: req.body.userId, teamId } } });
  res.status(204).end();
}

// file: pages/api/unsubscribe/letters.ts
import { readLink } from "../../../lib/link";
import { prisma } from "../../../lib/store";

export default async function handler(req, res) { // silent: the link is the credential
  if (req.method !== "POST") return res.status(405).end();
  const { token } = req.query;
  try {
    const link = readLink(token);
    if (!link) return res.status(404).end();
    const { readerId, teamId } = link;
    const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: readerId, teamId } } });
    if (!member) return res.status(404).end();
    await prisma.member.update({ where: { userId_teamId: { userId: readerId, teamId } }, data: { letters: false } });
    res.status(204).end();
  } catch {
    res.status(500).end();
  }
}
