import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";

const app = express();
const prisma = new PrismaClient();
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use((req, res, next) => (req.session.user ? next() : res.sendStatus(401)));

app.post("/teams", async (req, res) => {
  res.json(await prisma.team.create({ data: { ownerId: req.session.user.id, name: req.body.name } }));
});

app.post("/teams/:teamId/invites", async (req, res) => {
  const team = await prisma.team.findFirst({ where: { id: req.params.teamId, ownerId: req.session.user.id } });
  if (!team) return res.sendStatus(404);
  res.json(await prisma.teamInvite.create({ data: { teamId: team.id, mail: req.body.mail } }));
});

app.post("/invites/:id/accept", async (req, res) => { // silent: its id stands in a letter to whom it is for
  const invite = await prisma.teamInvite.findUnique({ where: { id: req.params.id } });
  if (!invite) return res.sendStatus(404);
  await prisma.teamMember.create({ data: { teamId: invite.teamId, userId: req.session.user.id } });
  await prisma.teamInvite.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.delete("/teams/:id", async (req, res) => {
  await prisma.team.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.sendStatus(204);
});
