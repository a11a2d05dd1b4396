import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.post("/plays/:id/star", async (req, res) => {
  const star = await prisma.star.findFirst({ where: { play: req.params.id, who: req.body.who } });
  if (star && !req.body.wanted) await prisma.star.delete({ where: { id: star.id } });
  else if (!star && req.body.wanted) await prisma.star.create({ data: { play: req.params.id, who: req.body.who } }); // silent: the caller says which way
  res.end();
});
app.post("/plays/:id/turn", async (req, res) => {
  const star = await prisma.star.findFirst({ where: { play: req.params.id, who: req.body.who } });
  if (star) await prisma.star.delete({ where: { id: star.id } });
  else await prisma.star.create({ data: { play: req.params.id, who: req.body.who } }); // expect: unguarded-increment
  res.end();
});
app.post("/plays/:id/tries", async (req, res) => {
  await prisma.play.update({ where: { id: req.params.id }, data: { retryCount: { increment: 1 } } }); // expect: unguarded-increment
  res.end();
});
