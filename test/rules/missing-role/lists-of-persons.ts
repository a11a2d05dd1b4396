// file: schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
}

model Wallet {
  id      String @id
  userId  String
  balance Int
}

model Booking {
  id     String @id
  userId String
  seat   String
  state  String
}

model Payment {
  id        String  @id
  booking   Booking @relation(fields: [bookingId], references: [id])
  bookingId String
  amount    Int
}

model Review {
  id     String @id
  userId String
  text   String
}

model Delivery {
  id        String @id
  createdBy String
  goods     String
}

// file: server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";
import { Pool } from "pg";

const prisma = new PrismaClient();
const pool = new Pool();
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));
const signedIn = (req, res, next) => (req.session.user ? next() : res.sendStatus(401));

app.post("/register", async (req, res) => {
  res.json(await prisma.user.create({ data: { email: req.body.email, password: req.body.password } }));
});
app.post("/wallets", signedIn, async (req, res) => {
  res.json(await prisma.wallet.create({ data: { userId: req.session.user.id, balance: 0 } }));
});
app.get("/wallets", signedIn, async (_req, res) => { // expect: missing-role
  //                          ^^^^^ Each is for one person
  res.json(await prisma.wallet.findMany());
});
app.get("/bookings", signedIn, async (req, res) => { // expect: missing-role
  res.json(await prisma.booking.findMany({ where: req.query.state ? { state: req.query.state } : {} }));
});
app.get("/payments", signedIn, async (_req, res) => { // expect: missing-role
  res.json(await prisma.payment.findMany());
});
app.get("/bookings/mine", signedIn, async (req, res) => { // silent: the caller's own
  res.json(await prisma.booking.findMany({ where: { userId: req.session.user.id } }));
});
app.get("/bookings/seats", signedIn, async (_req, res) => { // silent: which seats are taken
  res.json(await prisma.booking.findMany({ select: { seat: true, state: true } }));
});
app.get("/bookings/how-many", signedIn, async (_req, res) => { // silent: how many there are
  res.json(await prisma.booking.count());
});
app.get("/bookings/by-hand", signedIn, async (req, res) => { // silent: the condition is put together
  const condition = `WHERE "userId" = $1`;
  const { rows } = await pool.query(`SELECT * FROM "Booking" ${req.query.open ? `${condition} AND state = 'open'` : condition}`, [req.session.user.id]);
  res.json(rows);
});
app.get("/reviews", signedIn, async (_req, res) => { // silent: written for others
  res.json(await prisma.review.findMany());
});
app.get("/deliveries", signedIn, async (_req, res) => { // silent: who entered it is of the team
  res.json(await prisma.delivery.findMany());
});
