import express from "express";
import { PrismaClient } from "@prisma/client";
import session from "express-session";

const app = express();
const prisma = new PrismaClient();
app.use(session({ secret: process.env.SESSION_SECRET }));

app.get("/visits", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  res.json(await prisma.visit.findMany({ where: { patientId: req.session.user.id } }));
});

// Which hours are free is for everybody; whose visits fill the others is shown to nobody here.
app.get("/doctors/:id/free-hours", async (req, res) => {
  const taken = (await prisma.visit.findMany({ where: { doctorId: req.params.id } })).map((visit) => visit.hour);
  res.json([9, 10, 11, 12].filter((hour) => !taken.includes(hour)));
});

app.get("/visits/:id", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  res.json(await prisma.visit.findUnique({ where: { id: req.params.id } })); // expect: unowned-object
});

app.get("/posters", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  res.json(await prisma.poster.findMany({ where: { authorId: req.session.user.id } }));
});

app.get("/wall/:room", async (req, res) => {
  res.json(await prisma.poster.findMany({ where: { room: req.params.room } }));
});

app.get("/posters/:id", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  res.json(await prisma.poster.findUnique({ where: { id: req.params.id } })); // silent: the wall shows it to everybody
});
