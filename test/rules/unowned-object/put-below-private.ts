// The caller stands in the row, and it is put below what is another's: every endpoint shows appointments to their doctor alone.

// file: prisma/schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
}
model Appointment {
  id       String @id
  doctorId String
  time     DateTime
  notes    Note[]
}
model Note {
  id            String      @id
  appointmentId String
  authorId      String
  text          String
  appointment   Appointment @relation(fields: [appointmentId], references: [id])
}
model JoinRequest {
  id            String      @id
  appointmentId String
  userId        String
  appointment   Appointment @relation(fields: [appointmentId], references: [id])
}
model Post {
  id       String    @id
  userId   String
  comments Comment[]
}
model Comment {
  id       String @id
  postId   String
  authorId String
  post     Post   @relation(fields: [postId], references: [id])
}
model Booking {
  id     String @id
  userId String
  day    String
}
// file: src/app.ts
import bcrypt from "bcryptjs";
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

app.post("/sign-up", async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 10);
  await prisma.user.create({ data: { email: req.body.email, password } });
  res.sendStatus(201);
});

app.get("/appointments", requireUser, async (req, res) => {
  res.json(await prisma.appointment.findMany({ where: { doctorId: req.user.id } }));
});

app.post("/notes", requireUser, async (req, res) => {
  const { appointmentId, text } = req.body;
  res.json(await prisma.note.create({ data: { appointmentId, text, authorId: req.user.id } })); // expect: unowned-object
});

app.post("/notes/found", requireUser, async (req, res) => {
  const appointment = await prisma.appointment.findUnique({ where: { id: req.body.appointmentId } });
  if (!appointment) return res.sendStatus(404);
  res.json(await prisma.note.create({ data: { appointmentId: appointment.id, text: req.body.text, authorId: req.user.id } })); // expect: unowned-object
});

app.post("/notes/own", requireUser, async (req, res) => { // silent: found among the caller's own
  const appointment = await prisma.appointment.findFirst({ where: { id: req.body.appointmentId, doctorId: req.user.id } });
  if (!appointment) return res.sendStatus(404);
  res.json(await prisma.note.create({ data: { appointmentId: req.body.appointmentId, text: req.body.text, authorId: req.user.id } }));
});

app.get("/posts/mine", requireUser, async (req, res) => {
  res.json(await prisma.post.findMany({ where: { userId: req.user.id } }));
});

app.post("/comments", requireUser, async (req, res) => { // silent: what people write may be commented
  res.json(await prisma.comment.create({ data: { postId: req.body.postId, authorId: req.user.id } }));
});

app.post("/bookings", requireUser, async (req, res) => {
  res.json(await prisma.booking.create({ data: { userId: req.body.userId, day: req.body.day } })); // expect: unowned-object
});

app.post("/notes/coded", requireUser, async (req, res) => { // silent: something of the row is asked first
  const appointment = await prisma.appointment.findUnique({ where: { id: req.body.appointmentId } });
  if (!appointment || appointment.code !== req.body.code) return res.sendStatus(403);
  res.json(await prisma.note.create({ data: { appointmentId: req.body.appointmentId, text: "", authorId: req.user.id } }));
});

app.post("/requests", requireUser, async (req, res) => { // silent: who asks to come in is no member yet
  res.json(await prisma.joinRequest.create({ data: { appointmentId: req.body.appointmentId, userId: req.user.id } }));
});
