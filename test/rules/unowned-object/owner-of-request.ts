import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";

const app = express();
const prisma = new PrismaClient();
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use((req, res, next) => (req.session.user ? next() : res.sendStatus(401)));

app.post("/bookings", async (req, res) => {
  res.json(await prisma.booking.create({ data: { guestId: req.session.user.id, day: req.body.day } }));
});

app.post("/bookings/for", async (req, res) => {
  const { guestId, day } = req.body;
  res.json(await prisma.booking.create({ data: { guestId, day } })); // expect: unowned-object
  //             ^^^^^^^^^^^^^^^^^^^^^ for whomever the request names in "guestId"
});

app.get("/guests/:guestId/bookings", async (req, res) => {
  res.json(await prisma.booking.findMany({ where: { guestId: req.params.guestId } })); // expect: unowned-object
});

app.post("/letters", async (req, res) => { // silent: from the caller, to whomever they write
  const { to, text } = req.body;
  res.json(await prisma.letter.create({ data: { from: req.session.user.id, to, text } }));
});

app.post("/desk/bookings", async (req, res) => {
  if (req.session.user.role !== "desk") return res.sendStatus(403);
  const { guestId, day } = req.body;
  res.json(await prisma.booking.create({ data: { guestId, day } })); // silent: the desk books for others
});
