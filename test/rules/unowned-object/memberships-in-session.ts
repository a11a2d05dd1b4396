// The session holds the caller's memberships by team: to have one of that team is to be a member, and no rank.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.use((req, res, next) => {
  if (!req.session.userId) return res.status(401).end();
  next();
});

app.use("/teams/:teamId", (req, res, next) => {
  const isMember = req.session.memberships[req.params.teamId] !== undefined;
  if (!isMember) return res.status(403).end();
  next();
});

app.get("/teams/:teamId/notes", async (req, res) => {
  res.json(await prisma.note.findMany({ where: { teamId: req.params.teamId } }));
});

app.get("/teams/:teamId/mine", async (req, res) => {
  res.json(await prisma.note.findMany({ where: { teamId: req.params.teamId, userId: req.session.userId } }));
});

app.delete("/teams/:teamId/notes/:id", async (req, res) => {
  res.json(await prisma.note.delete({ where: { id: req.params.id } })); // expect: unowned-object
});

app.put("/teams/:teamId/notes/:id", async (req, res) => {
  const { id, teamId } = req.params;
  // silent: found below the team that the caller belongs to
  res.json(await prisma.note.updateMany({ where: { id, teamId }, data: { body: req.body.body } }));
});

app.patch("/teams/:teamId/notes/:id", async (req, res) => {
  const note = await prisma.note.findUnique({ where: { id: req.params.id } });
  if (note?.teamId !== req.params.teamId) return res.status(404).end();
  // silent: compared with the team
  res.json(await prisma.note.update({ where: { id: note.id }, data: { body: req.body.body } }));
});

app.post("/teams/:teamId/notes/:id/hide", async (req, res) => {
  if (req.session.memberships[req.params.teamId].role !== "admin") return res.status(403).end();
  const { id, teamId } = req.params;
  // silent: a role in the team, and a row below it
  res.json(await prisma.note.updateMany({ where: { id, teamId }, data: { hidden: true } }));
});
