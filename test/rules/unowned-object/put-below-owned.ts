// Calendars are seen by all and changed by whose they are: what stands below them is put there by nobody else.

// file: schema.prisma
model User {
  id       String @id
  password String
  role     String
}
model Calendar {
  id     String @id
  userId String
  title  String
  user   User   @relation(fields: [userId], references: [id])
  slots  Slot[]
}
model Slot {
  id         String   @id
  calendarId String
  start      DateTime
  calendar   Calendar @relation(fields: [calendarId], references: [id])
}
model Visit {
  id         String   @id
  calendarId String
  patientId  String
  calendar   Calendar @relation(fields: [calendarId], references: [id])
}

// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
const signedIn = (req, res, next) => {
  req.user = jwt.verify(req.cookies.token, process.env.TOKEN_KEY);
  next();
};
const only = (role) => (req, res, next) => (req.user.role === role ? next() : res.sendStatus(403));

app.get("/calendars", async (req, res) => res.json(await prisma.calendar.findMany({ include: { slots: true } })));
app.put("/calendars/:id", signedIn, async (req, res) => {
  const { id } = req.params;
  const { title } = req.body;
  res.json(await prisma.calendar.updateMany({ where: { id, userId: req.user.id }, data: { title } })); // silent: the caller's own
});
app.post("/calendars/:id/slots", signedIn, async (req, res) => {
  res.json(await prisma.slot.create({ data: { calendarId: req.params.id, start: req.body.start } })); // expect: unowned-object
});
app.post("/calendars/:id/own-slots", signedIn, async (req, res) => {
  const calendar = await prisma.calendar.findFirst({ where: { id: req.params.id, userId: req.user.id } });
  if (!calendar) return res.sendStatus(404);
  res.json(await prisma.slot.create({ data: { calendarId: req.params.id, start: req.body.start } })); // silent: found in own
});
app.post("/calendars/:id/visits", signedIn, only("patient"), async (req, res) => {
  const { patientId } = req.body;
  res.json(await prisma.visit.create({ data: { calendarId: req.params.id, patientId } })); // expect: unowned-object
});
app.post("/calendars/:id/visits/for", signedIn, only("receptionist"), async (req, res) => {
  const { patientId } = req.body;
  res.json(await prisma.visit.create({ data: { calendarId: req.params.id, patientId } })); // silent: for others by their leave
});
app.post("/calendars/:id/visits/mine", signedIn, only("patient"), async (req, res) => {
  res.json(await prisma.visit.create({ data: { calendarId: req.params.id, patientId: req.user.id } })); // silent: the caller
});
