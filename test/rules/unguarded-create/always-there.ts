import { PrismaClient } from "@prisma/client";
import bcrypt from "bcrypt";
import express from "express";

const prisma = new PrismaClient();
const app = express();

/** Gives a row each time, whether it was there or not. */
async function basketOf(owner: string) {
  const basket = await prisma.basket.upsert({ where: { owner }, update: {}, create: { owner } });
  return basket.id;
}

app.post("/addresses", async (req, res) => {
  const basket = await basketOf(req.body.owner);
  if (!basket) return res.sendStatus(404);
  await prisma.address.create({ data: { basket, street: req.body.street } }); // expect: unguarded-create
  res.end();
});

app.post("/password", async (req, res) => {
  const person = await prisma.person.findUnique({ where: { id: req.body.id } });
  if (!person || !(await bcrypt.compare(req.body.old, person.passwordHash))) return res.sendStatus(403);
  await prisma.person.update({ where: { id: person.id }, data: { passwordHash: await bcrypt.hash(req.body.new, 10) } });
  await prisma.notification.create({ data: { person: person.id, text: "Your password was changed" } }); // silent: the old password fits no more
  res.end();
});

app.post("/events/:id/tiers", async (req, res) => {
  const event = await prisma.event.findUnique({ where: { id: req.params.id }, include: { ticketTiers: true } });
  if (!event) return res.sendStatus(404);
  for (const tier of event.ticketTiers) {
    if (tier.name === req.body.name) return res.sendStatus(409);
  }
  await prisma.ticketTier.create({ data: { eventId: event.id, name: req.body.name, price: req.body.price } }); // silent: one of that name is refused
  res.end();
});

app.post("/workouts", async (req, res) => {
  await prisma.workoutLog.create({ data: { owner: req.body.owner, minutes: req.body.minutes } }); // expect: unguarded-create
  res.end();
});

app.post("/workouts/:id/read", async (req, res) => {
  const workout = await prisma.workout.update({ where: { id: req.params.id }, data: { read: true } });
  await prisma.readLog.create({ data: { workout: workout.id } }); // silent: noted beside the work
  res.end();
});
