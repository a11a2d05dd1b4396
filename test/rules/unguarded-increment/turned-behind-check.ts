import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.put("/staff/:id/active", async (req, res) => {
  const person = await prisma.staff.findFirst({ where: { id: req.params.id } });
  if (!person) return res.sendStatus(404);
  if (req.body.self === person.id && person.active) return res.sendStatus(409);
  await prisma.staff.update({ where: { id: person.id }, data: { active: !person.active } }); // expect: unguarded-increment
  res.end();
});

app.put("/staff/:id/words", async (req, res) => {
  const person = await prisma.staff.findFirst({ where: { id: req.params.id } });
  if (!person) return res.sendStatus(404);
  const words = person.about.split(" ");
  words.splice(0, 1);
  await prisma.staff.update({ where: { id: person.id }, data: { about: req.body.about } }); // silent: a list of its own was shortened
  res.end();
});
