// A look-up that lists every role asks for a membership, and not for a role.
import { PrismaClient } from "@prisma/client";
import express from "express";
import { getServerSession } from "next-auth";

const prisma = new PrismaClient();
const app = express();

async function crewMember(slug: string) {
  const session = await getServerSession();
  if (!session) throw new Error("Unauthorized");
  return prisma.crewMember.findFirstOrThrow({
    where: { userId: session.user.id, crew: { slug }, role: { in: ["OWNER", "ADMIN", "MEMBER"] } },
  });
}

function mustBeOwner(member: { role: string }) {
  if (member.role === "OWNER") return;
  throw new Error("You may not do that");
}

app.put("/crews/:slug/boats", async (req, res) => {
  const member = await crewMember(req.params.slug);
  mustBeOwner(member);
  res.json(await prisma.crew.update({ where: { id: member.crewId }, data: { boats: req.body.boats } })); // silent: its role is asked for
});

app.put("/crews/:slug/name", async (req, res) => {
  const member = await crewMember(req.params.slug);
  mustBeOwner(member);
  res.json(await prisma.crew.update({ where: { id: member.crewId }, data: { name: req.body.name } }));
});

// expect: inconsistent-guard
app.delete("/crews/:slug", async (req, res) => {
  const member = await crewMember(req.params.slug);
  res.json(await prisma.crew.delete({ where: { id: member.crewId } }));
});
app.listen(3000);
