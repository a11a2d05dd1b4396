// What each role may do stands in a table: resources with the actions on each.
import { PrismaClient } from "@prisma/client";
import express from "express";
import { getServerSession } from "next-auth";

const prisma = new PrismaClient();
const app = express();

type Right = { resource: string; actions: string[] | "*" };
const RIGHTS: Record<string, Right[]> = {
  OWNER: [
    { resource: "crew", actions: "*" },
    { resource: "crew_boat", actions: "*" },
  ],
  MEMBER: [{ resource: "crew", actions: ["read", "leave"] }],
};

function mayDo(role: string, resource: string, action: string) {
  for (const right of RIGHTS[role]) {
    if (right.resource === resource && (right.actions === "*" || right.actions.includes(action))) return true;
  }
  return false;
}

function mustBeAllowed(member: { role: string }, resource: string, action: string) {
  if (mayDo(member.role, resource, action)) return true;
  throw Object.assign(new Error("Not allowed"), { status: 403 });
}

async function crewMember(slug: string) {
  const session = await getServerSession();
  if (!session) throw new Error("Unauthorized");
  return prisma.crewMember.findFirstOrThrow({ where: { userId: session.user.id, crew: { slug } } });
}

app.put("/crews/:slug/boats", async (req, res) => {
  const member = await crewMember(req.params.slug);
  mustBeAllowed(member, "crew_boat", "update");
  res.json(await prisma.crew.update({ where: { id: member.crewId }, data: { boats: req.body.boats } })); // silent: its role is asked for
});

app.put("/crews/:slug", async (req, res) => {
  const member = await crewMember(req.params.slug);
  mustBeAllowed(member, "crew", "update");
  res.json(await prisma.crew.update({ where: { id: member.crewId }, data: { name: req.body.name } }));
});

// expect: inconsistent-guard
app.delete("/crews/:slug", async (req, res) => {
  const member = await crewMember(req.params.slug);
  res.json(await prisma.crew.delete({ where: { id: member.crewId } }));
});
app.listen(3000);
