// What is picked of one row that the request names is still its owner's; what is picked of a list tells what is taken.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
});
app.post("/trips", async (req, res) => {
  res.json(await prisma.trip.create({ data: { userId: req.user.id, vehicle: req.body.vehicle } }));
});
app.get("/trips/:id", async (req, res) => {
  res.json(await prisma.trip.findFirst({ where: { id: req.params.id, userId: req.user.id } }));
});
app.get("/trips/:id/invoice", async (req, res) => {
  const trip = await prisma.trip.findUnique({ where: { id: req.params.id } }); // expect: unowned-object
  if (!trip) return res.sendStatus(404);
  res.json({ plate: trip.plate, price: trip.price });
});
app.get("/vehicles/:vehicleId/taken", async (req, res) => {
  const where = { vehicleId: req.params.vehicleId };
  res.json(await prisma.trip.findMany({ where, select: { startsAt: true, endsAt: true } })); // silent: when it is taken
});
app.listen(3000);
