/** A check that returns stands in a `try` whose failures are answered: what comes later is checked all the same. */
// file: package.json
{ "dependencies": { "next": "14.0.0", "next-auth": "4.0.0", "@prisma/client": "5.0.0" } }
// file: prisma/schema.prisma
model Team {
  id    String @id
  users Member[]
  tags  Tag[]
}
model Member {
  id     String @id
  userId String
  teamId String
  team   Team @relation(fields: [teamId], references: [id])
}
model Tag {
  id     String @id
  name   String
  teamId String
  team   Team @relation(fields: [teamId], references: [id])
}
// file: lib/prisma.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();
export function answerWith(error, res) {
  return res.status(500).json({ message: error.message });
}
// file: pages/api/teams/[teamId]/tags/index.ts
import { getServerSession } from "next-auth";
import { prisma } from "../../../../../lib/prisma";
export default async function handle(req, res) {
  const session = await getServerSession(req, res, {});
  if (!session) return res.status(401).end();
  if (req.method !== "GET") return res.status(405).end();
  const { teamId } = req.query;
  const team = await prisma.team.findFirst({ where: { id: teamId, users: { some: { userId: session.user.id } } } });
  if (!team) return res.status(404).end();
  return res.json(await prisma.tag.findMany({ where: { teamId: team.id } }));
}
// file: pages/api/teams/[teamId]/tags/[id].ts
import { getServerSession } from "next-auth";
import { answerWith, prisma } from "../../../../../lib/prisma";
// silent: the team's members are asked in the first try
export default async function handle(req, res) {
  const session = await getServerSession(req, res, {});
  if (!session) return res.status(401).end();
  if (req.method !== "PUT") return res.status(405).end();
  const { teamId, id } = req.query;
  try {
    const team = await prisma.team.findUnique({ where: { id: teamId }, select: { users: { select: { userId: true } } } });
    const isMember = team?.users.some((user) => user.userId === session.user.id);
    if (!isMember) return res.status(403).end();
  } catch (error) {
    answerWith(error, res);
  }
  try {
    const tag = await prisma.tag.findUnique({ where: { id, teamId } });
    if (!tag) return res.status(404).end();
    return res.json(await prisma.tag.update({ where: { id }, data: { name: req.body.name } }));
  } catch (error) {
    answerWith(error, res);
  }
}
// file: pages/api/teams/[teamId]/tags/[id]/old.ts
import { getServerSession } from "next-auth";
import { answerWith, prisma } from "../../../../../../lib/prisma";
export default async function handle(req, res) {
  const session = await getServerSession(req, res, {});
  if (!session) return res.status(401).end();
  if (req.method !== "PUT") return res.status(405).end();
  const { teamId, id } = req.query;
  try {
    const team = await prisma.team.findUnique({ where: { id: teamId }, select: { users: { select: { userId: true } } } });
    if (!team?.users.some((user) => user.userId === session.user.id)) throw new Error("no member");
  } catch (error) {
    answerWith(error, res);
  }
  return res.json(await prisma.tag.update({ where: { id }, data: { name: req.body.name } })); // expect: unowned-object
}
