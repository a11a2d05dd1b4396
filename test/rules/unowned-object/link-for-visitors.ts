// file: schema.prisma
model User {
  id       String @id
  password String
}

model Appointment {
  id      String @id
  userId  String
  day     DateTime
}

model Claim {
  id     String @id
  userId String
  sum    Int
}

model Ticket {
  id     String @id
  userId String
  seat   String
}

// file: server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";

const prisma = new PrismaClient();
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));
const signedIn = (req, res, next) => (req.session.user ? next() : res.sendStatus(401));

// Whoever has the link sees one appointment; more endpoints keep them to those whose they are.
app.get("/links/:id", async (req, res) => {
  res.json(await prisma.appointment.findUnique({ where: { id: req.params.id } }));
});
app.get("/appointments", signedIn, async (req, res) => {
  res.json(await prisma.appointment.findMany({ where: { userId: req.session.user.id } }));
});
app.post("/appointments/:id/cancel", signedIn, async (req, res) => {
  const found = await prisma.appointment.findUnique({ where: { id: req.params.id } });
  if (found?.userId !== req.session.user.id) return res.sendStatus(403);
  res.json(await prisma.appointment.update({ where: { id: found.id }, data: { day: null } }));
});
app.get("/appointments/:id", signedIn, async (req, res) => {
  res.json(await prisma.appointment.findUnique({ where: { id: req.params.id } })); // expect: unowned-object
});

// With whom it is compared cannot be read.
app.get("/claims/:id", signedIn, async (req, res) => {
  const found = await prisma.claim.findUnique({ where: { id: req.params.id } }); // silent: its person is compared
  const asking = JSON.parse(req.headers["x-user"]);
  if (found.userId !== asking.id) return res.sendStatus(403);
  res.json(found);
});

// Tickets are shown to whoever asks.
app.get("/seats/:id", async (req, res) => {
  res.json(await prisma.ticket.findUnique({ where: { id: req.params.id } }));
});
app.get("/tickets/:id", signedIn, async (req, res) => {
  res.json(await prisma.ticket.findUnique({ where: { id: req.params.id } })); // silent: visitors see them
});
app.post("/tickets", signedIn, async (req, res) => {
  res.json(await prisma.ticket.create({ data: { userId: req.session.user.id, seat: req.body.seat } }));
});
