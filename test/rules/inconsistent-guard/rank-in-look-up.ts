// The look-up of the team asks for the caller's role in it: whoever has none finds no team.
import { PrismaClient } from "@prisma/client";
import express from "express";
import Stripe from "stripe";

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

const ofStaff = (req) => ({ userId: req.user.id, role: { in: ["ADMIN", "MANAGER"] } });

app.post("/teams/:teamId/billing/cancel", async (req, res) => {
  const team = await prisma.team.findUnique({ where: { id: req.params.teamId, users: { some: ofStaff(req) } } });
  if (!team) return res.status(400).json({ error: "Team does not exist" });
  await prisma.team.update({ where: { id: req.params.teamId }, data: { cancelledAt: new Date() } });
  res.end();
});

app.post("/teams/:teamId/billing/resume", async (req, res) => {
  const team = await prisma.team.findUnique({ where: { id: req.params.teamId, users: { some: ofStaff(req) } } });
  if (!team) return res.status(400).json({ error: "Team does not exist" });
  await prisma.team.update({ where: { id: req.params.teamId }, data: { cancelledAt: null } });
  res.end();
});

app.post("/teams/:teamId/billing/pause", async (req, res) => { // expect: inconsistent-guard
  const team = await prisma.team.findUnique({
    where: { id: req.params.teamId, users: { some: { userId: req.user.id } } },
  });
  if (!team) return res.status(400).json({ error: "Team does not exist" });
  const { cancel_at: endsAt } = await stripe.subscriptions.retrieve(team.subscriptionId);
  await prisma.team.update({ where: { id: req.params.teamId }, data: { pausedAt: new Date(), endsAt } });
  res.end();
});

app.listen(3000);
