// Where there is no row, or no token, what follows the refusal throws.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();

app.post("/slots", async (req, res) => {
  const doctor = await prisma.doctor.findUnique({ where: { userId: req.session.userId } });
  if (!doctor) res.status(401).send("no doctor"); // silent: the row's own id is needed below
  await prisma.slot.create({ data: { doctorId: doctor.id, from: req.body.from } });
  res.end();
});
app.post("/notes", async (req, res) => {
  const doctor = await prisma.doctor.findUnique({ where: { userId: req.session.userId } });
  if (!doctor) res.status(401).send("no doctor"); // expect: guard-never-denies
  await prisma.note.create({ data: { text: req.body.text } });
  res.end();
});
app.post("/plans", async (req, res) => {
  if (!req.headers.authorization) res.status(401).send("no token"); // silent: verifying nothing throws
  const user = jwt.verify(req.headers.authorization!, process.env.SECRET!);
  await prisma.plan.create({ data: { text: req.body.text } });
  res.json(user);
});
