import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();
const STAGES = ["sown", "sprouted", "potted", "sold"];

app.patch("/plants/:id/next", async (req, res) => {
  const { stage } = req.body;
  const plant = await prisma.plant.findUnique({ where: { id: req.params.id } });
  if (!plant) return res.sendStatus(404);
  const reached = plant.stage ? STAGES.indexOf(plant.stage) : -1;
  if (STAGES.indexOf(stage) !== reached + 1) return res.sendStatus(409);
  await prisma.plant.update({ where: { id: plant.id }, data: { stage } });
  await prisma.order.create({ data: { plant: plant.id, text: stage } }); // silent: the plant is one stage on
  res.end();
});
app.patch("/plants/:id/ahead", async (req, res) => {
  const { stage } = req.body;
  const plant = await prisma.plant.findUnique({ where: { id: req.params.id } });
  if (!plant) return res.sendStatus(404);
  if (STAGES.indexOf(stage) <= STAGES.indexOf(plant.stage)) return res.sendStatus(409);
  await prisma.plant.update({ where: { id: plant.id }, data: { stage } });
  await prisma.order.create({ data: { plant: plant.id, text: stage } }); // silent: no stage is reached twice
  res.end();
});
app.patch("/plants/:id/back", async (req, res) => {
  const { stage } = req.body;
  const plant = await prisma.plant.findUnique({ where: { id: req.params.id } });
  if (!plant) return res.sendStatus(404);
  if (STAGES.indexOf(stage) < STAGES.indexOf(plant.stage)) return res.sendStatus(409);
  await prisma.plant.update({ where: { id: plant.id }, data: { stage } });
  await prisma.order.create({ data: { plant: plant.id, text: stage } }); // expect: unguarded-create
  res.end();
});
