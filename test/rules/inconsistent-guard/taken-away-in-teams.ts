// Pages for teams: what is taken away needs an admin nearly everywhere, and so do the keys of a team.

// file: package.json
{ "name": "rooms", "dependencies": { "next": "14", "next-auth": "4", "@prisma/client": "6", "flag-service": "1" } }
// file: tsconfig.json
{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./*"] } } }
// file: prisma/schema.prisma
model User {
  id    String   @id
  email String   @unique
  seats Member[]
}
model Team {
  id      String   @id
  name    String
  members Member[]
}
model Member {
  userId String
  teamId String
  role   String
  user   User   @relation(fields: [userId], references: [id])
  team   Team   @relation(fields: [teamId], references: [id])
  @@id([userId, teamId])
}
model ApiToken {
  id        String @id
  teamId    String
  name      String
  hashedKey String
}
model Folder {
  id     String @id
  teamId String
  name   String
}
model Room {
  id     String @id
  teamId String
  name   String
}
model Link {
  id     String @id
  teamId String
  name   String
}
model Paper {
  id     String @id
  teamId String
  name   String
}
model Visit {
  id     String @id
  teamId String
  name   String
}
model Draft {
  id     String @id
  teamId String
  name   String
}
// file: lib/auth.ts
export const authOptions = { providers: [], secret: process.env.AUTH_SECRET };
// file: lib/flags.ts
import { get } from "flag-service";
export async function flagsOf(teamId) {
  return get("flags", teamId);
}
// file: lib/prisma.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export default prisma;
// file: pages/api/teams/[teamId]/folders/[id].ts
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";
import { flagsOf } from "@/lib/flags";
import prisma from "@/lib/prisma";

export default async function handle(req, res) {
  if (req.method === "DELETE") {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).json({});
    const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId: String(req.query.teamId) } } });
    if (!member) return res.status(401).json({});
    if (member.role !== "ADMIN") return res.status(403).json({ error: "admins only" });
    await prisma.folder.delete({ where: { id: String(req.query.id), teamId: String(req.query.teamId) } });
    return res.status(204).end();
  }
  return res.status(405).end();
}
// file: pages/api/teams/[teamId]/rooms/[id].ts
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";
import { flagsOf } from "@/lib/flags";
import prisma from "@/lib/prisma";

export default async function handle(req, res) {
  if (req.method === "DELETE") {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).json({});
    const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId: String(req.query.teamId) } } });
    if (!member) return res.status(401).json({});
    if (member.role !== "ADMIN") return res.status(403).json({ error: "admins only" });
    await prisma.room.delete({ where: { id: String(req.query.id), teamId: String(req.query.teamId) } });
    return res.status(204).end();
  }
  return res.status(405).end();
}
// file: pages/api/teams/[teamId]/links/[id].ts
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";
import { flagsOf } from "@/lib/flags";
import prisma from "@/lib/prisma";

export default async function handle(req, res) {
  if (req.method === "DELETE") {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).json({});
    const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId: String(req.query.teamId) } } });
    if (!member) return res.status(401).json({});
    if (member.role !== "ADMIN") return res.status(403).json({ error: "admins only" });
    await prisma.link.delete({ where: { id: String(req.query.id), teamId: String(req.query.teamId) } });
    return res.status(204).end();
  }
  return res.status(405).end();
}
// file: pages/api/teams/[teamId]/papers/[id].ts
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";
import { flagsOf } from "@/lib/flags";
import prisma from "@/lib/prisma";

export default async function handle(req, res) {
  if (req.method === "DELETE") {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).json({});
    const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId: String(req.query.teamId) } } });
    if (!member) return res.status(401).json({});
    if (member.role !== "ADMIN") return res.status(403).json({ error: "admins only" });
    await prisma.paper.delete({ where: { id: String(req.query.id), teamId: String(req.query.teamId) } });
    return res.status(204).end();
  }
  return res.status(405).end();
}
// file: pages/api/teams/[teamId]/visits/[id].ts
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";
import { flagsOf } from "@/lib/flags";
import prisma from "@/lib/prisma";

export default async function handle(req, res) { // expect: inconsistent-guard
  if (req.method === "DELETE") {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).json({});
    const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId: String(req.query.teamId) } } });
    if (!member) return res.status(401).json({});
    await prisma.visit.delete({ where: { id: String(req.query.id), teamId: String(req.query.teamId) } });
    return res.status(204).end();
  }
  return res.status(405).end();
}
// file: pages/api/teams/[teamId]/drafts/[id].ts
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";
import { flagsOf } from "@/lib/flags";
import prisma from "@/lib/prisma";

export default async function handle(req, res) { // silent: members write drafts
  if (req.method === "PUT") {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).json({});
    const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId: String(req.query.teamId) } } });
    if (!member) return res.status(401).json({});
    await prisma.draft.update({ where: { id: String(req.query.id), teamId: String(req.query.teamId) }, data: { name: String(req.body.name) } });
    return res.status(204).end();
  }
  return res.status(405).end();
}
// file: pages/api/teams/[teamId]/tokens/index.ts
import { createHash, randomBytes } from "node:crypto";
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";
import { flagsOf } from "@/lib/flags";
import prisma from "@/lib/prisma";

const hashOf = (token) => createHash("sha256").update(token).digest("hex");

export default async function handle(req, res) { // expect: inconsistent-guard
  const flags = await flagsOf(String(req.query.teamId));
  if (!flags.tokens) return res.status(403).json({ error: "not in your plan" });
  if (req.method === "POST") {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).json({});
    const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId: String(req.query.teamId) } } });
    if (!member) return res.status(401).json({});
    const token = randomBytes(20).toString("hex");
    await prisma.apiToken.create({ data: { name: String(req.body.name), hashedKey: hashOf(token), teamId: String(req.query.teamId) } });
    return res.status(200).json({ token });
  }
  if (req.method === "DELETE") {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).json({});
    const member = await prisma.member.findUnique({ where: { userId_teamId: { userId: session.user.id, teamId: String(req.query.teamId) } } });
    if (!member) return res.status(401).json({});
    if (member.role !== "ADMIN") return res.status(403).json({ error: "admins only" });
    await prisma.apiToken.delete({ where: { id: String(req.body.id), teamId: String(req.query.teamId) } });
    return res.status(204).end();
  }
  return res.status(405).end();
}
