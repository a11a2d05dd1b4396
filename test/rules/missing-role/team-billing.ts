// Members have roles, and others ask for them: what the team pays is not for every member to decide.

// file: package.json
{ "name": "crews", "dependencies": { "express": "5", "@prisma/client": "6", "stripe": "18", "jsonwebtoken": "9" } }
// file: prisma/schema.prisma
model User {
  id      String   @id
  email   String   @unique
  password String
  cardCustomerId String?
  members Member[]
}
model Team {
  id             String   @id
  name           String
  customerId     String
  subscriptionId String
  members        Member[]
}
model Member {
  userId String
  teamId String
  role   String
  user   User   @relation(fields: [userId], references: [id])
  team   Team   @relation(fields: [teamId], references: [id])
  @@id([userId, teamId])
}
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";
import Stripe from "stripe";

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const app = express();
app.use((req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
    next();
  } catch {
    res.sendStatus(401);
  }
});

async function membership(req: any) {
  return prisma.member.findUnique({
    where: { userId_teamId: { userId: req.user.id, teamId: req.params.teamId } },
    include: { team: true },
  });
}

app.patch("/teams/:teamId/members/:userId", async (req: any, res) => {
  const member = await membership(req);
  if (!member || member.role !== "owner") return res.sendStatus(403);
  await prisma.member.update({
    where: { userId_teamId: { userId: req.params.userId, teamId: req.params.teamId } },
    data: { role: "member" },
  });
  res.sendStatus(204);
});
app.post("/teams/:teamId/billing/pause", async (req: any, res) => { // expect: missing-role
  // ~ which decides what the team pays
  const member = await membership(req);
  if (!member) return res.sendStatus(403);
  const team = await prisma.team.findUnique({ where: { id: req.params.teamId } });
  await stripe.subscriptions.update(team!.subscriptionId, { pause_collection: { behavior: "void" } });
  res.sendStatus(204);
});
app.post("/teams/:teamId/billing/portal", async (req: any, res) => { // expect: missing-role
  const member = await membership(req);
  if (!member) return res.sendStatus(403);
  const { url } = await stripe.billingPortal.sessions.create({ customer: member.team.customerId });
  res.json({ url });
});
app.post("/teams/:teamId/billing/cancel", async (req: any, res) => { // silent: the role is asked for
  const member = await membership(req);
  if (!member || member.role !== "owner") return res.sendStatus(403);
  await stripe.subscriptions.cancel(member.team.subscriptionId);
  res.sendStatus(204);
});
app.delete("/teams/:teamId", async (req: any, res) => { // silent: one of the members is the caller, as an owner
  const team = await prisma.team.findUnique({ where: { id: req.params.teamId }, include: { members: true } });
  if (!team) return res.status(400).json("No such team");
  const isOwner = team.members.some((one) => one.role === "owner" && one.userId === req.user.id);
  if (!isOwner) return res.status(403).json({ message: "For owners" });
  await stripe.subscriptions.cancel(team.subscriptionId);
  res.sendStatus(204);
});
app.delete("/me", async (req: any, res) => { // silent: the teams that nobody else is in
  const teams = await prisma.team.findMany({ where: { members: { every: { userId: req.user.id } } } });
  for (const team of teams) await stripe.subscriptions.cancel(team.subscriptionId);
  await prisma.user.delete({ where: { id: req.user.id } });
  res.sendStatus(204);
});
app.post("/me/portal", async (req: any, res) => { // silent: the caller's own card
  const user = await prisma.user.findUnique({ where: { id: req.user.id } });
  const { url } = await stripe.billingPortal.sessions.create({ customer: user!.cardCustomerId! });
  res.json({ url });
});
app.listen(3000);
