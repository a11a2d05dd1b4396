// What is read only to leave hours out of the answer is shown to nobody.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/appointments", async (req, res) => {
  res.json(await prisma.appointment.create({ data: { userId: req.user.id, doctorId: req.body.doctorId, date: req.body.date } }));
});
app.get("/appointments", async (req, res) => {
  res.json(await prisma.appointment.findMany({ where: { userId: req.user.id } }));
});
app.get("/doctors/:id/days", async (req, res) => { // silent: only which days are full
  const days = [{ date: "mon", full: false }, { date: "tue", full: false }];
  const taken = await prisma.appointment.findMany({ where: { doctorId: req.params.id } });
  for (const day of days) {
    if (taken.filter((one) => one.date === day.date).length >= 10) day.full = true;
  }
  res.json(days);
});
app.get("/doctors/:id/appointments", async (req, res) => {
  res.json(await prisma.appointment.findMany({ where: { doctorId: req.params.id } })); // expect: unowned-object
});
