// How many rows there are says nothing of a repeat, unless one is enough.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
const MAXIMUM = 5;

app.post("/tables", async (req, res) => {
  const taken = await prisma.reservation.count({ where: { day: req.body.day } });
  if (taken >= MAXIMUM) return res.status(409).end();
  res.json(await prisma.reservation.create({ data: { day: req.body.day, name: req.body.name } })); // expect: unguarded-create
});
app.post("/tables/counted", async (req, res) => {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT COUNT(*) AS count FROM reservation WHERE day = ${req.body.day}`;
  if (row && row.count >= MAXIMUM) return res.status(409).end();
  res.json(await prisma.reservation.create({ data: { day: req.body.day, name: req.body.name } })); // expect: unguarded-create
});
app.post("/rooms", async (req, res) => {
  // silent: the first one takes the room
  const taken = await prisma.reservation.count({ where: { day: req.body.day, room: req.body.room } });
  if (taken > 0) return res.status(409).end();
  res.json(await prisma.reservation.create({ data: { day: req.body.day, room: req.body.room } })); // silent: asked first
});
