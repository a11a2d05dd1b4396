// file: schema.prisma
model Guest {
  id    String @id @default(cuid())
  email String @unique
}
model Booking {
  id    String @id @default(cuid())
  guest String
  day   String
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import { isSameDay } from "date-fns";
import express from "express";
import { partition } from "es-toolkit";

const app = express();
const plain = new PrismaClient();
const prisma = process.env.TRACE ? plain.$extends({ name: "trace" }) : plain;

app.post("/guests", async (req, res) => {
  const guest = await prisma.guest.create({ data: { email: req.body.email } });
  await prisma.booking.create({ data: { guest: guest.id, day: req.body.day } }); // silent: one client in two forms, and the guest stands first
  res.end();
});
app.post("/imports", async (req, res) => {
  const known = await prisma.booking.findMany({ where: { guest: req.body.guest } });
  const fresh = req.body.days.map((day) => ({ day, error: known.some((one) => one.note === req.body.note && isSameDay(one.day, day)) ? "known" : undefined }));
  for (const { day, error } of fresh) {
    if (error) continue;
    await prisma.booking.create({ data: { guest: req.body.guest, day } }); // silent: what is known was looked through
  }
  res.end();
});
app.post("/missing", async (req, res) => {
  const known = await prisma.booking.findMany({ where: { guest: req.body.guest } });
  const days = known.map((one) => one.day);
  const [, missing] = partition(req.body.days, (one) => days.includes(one));
  for (const day of missing) {
    await prisma.booking.create({ data: { guest: req.body.guest, day } }); // silent: only the days that are not there
  }
  res.end();
});
app.post("/bookings", async (req, res) => {
  await prisma.booking.create({ data: { guest: req.body.guest, day: req.body.day } }); // expect: unguarded-create
  res.end();
});
