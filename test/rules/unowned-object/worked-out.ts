// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.get("/trips/mine", async (req, res) => {
  res.json(await prisma.trip.findMany({ where: { driverId: req.user.id } }));
});
app.post("/quotes", async (req, res) => {
  const trip = await prisma.trip.findUnique({ where: { id: req.body.tripId } }); // silent: only the price of so many seats is told
  if (!trip) return res.sendStatus(404);
  res.json({ total: trip.price * req.body.seats });
});
app.post("/glimpses", async (req, res) => {
  const trip = await prisma.trip.findUnique({ where: { id: req.body.tripId } }); // expect: unowned-object
  res.json(trip);
});
