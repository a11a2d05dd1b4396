// Whoever is found in the row's own list is there already.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/teams/:id/join", async (req, res) => { // silent: members are told so
  const team = await prisma.team.findUnique({ where: { id: req.params.id }, include: { members: true } });
  if (team.members.find((one) => one.userId === req.user.id)) return res.status(400).json("already");
  await prisma.member.create({ data: { teamId: team.id, userId: req.user.id } });
  res.sendStatus(201);
});
app.post("/teams/:id/notes", async (req, res) => {
  const team = await prisma.team.findUnique({ where: { id: req.params.id }, include: { members: true } });
  if (!team.members.find((one) => one.userId === req.user.id)) return res.sendStatus(404);
  await prisma.note.create({ data: { teamId: team.id, text: String(req.body.text) } }); // expect: unguarded-create
  res.sendStatus(201);
});
