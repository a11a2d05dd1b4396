// What people order or pay for has a price that the server knows; sums over what was sent are what was sent.

// file: prisma/schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
}
model Appointment {
  id     String @id
  userId String
  price  Int
}
model Order {
  id          String      @id
  userId      String
  totalAmount Int
  lines       OrderLine[]
}
model OrderLine {
  id        String @id
  orderId   String
  unitPrice Int
  order     Order  @relation(fields: [orderId], references: [id])
}
model WithdrawalRequest {
  id     String @id
  userId String
  amount Int
}
// file: src/app.ts
import bcrypt from "bcryptjs";
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
import Stripe from "stripe";

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);
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

app.post("/appointments/pay", requireUser, async (req, res) => {
  const { amount, appointmentId } = req.body;
  const intent = await stripe.paymentIntents.create({ amount: amount * 100, currency: "eur", metadata: { appointmentId } }); // expect: amount-from-request
  res.json({ secret: intent.client_secret });
});

app.post("/wallet/top-up", requireUser, async (req, res) => { // silent: who pays in says how much
  const intent = await stripe.paymentIntents.create({ amount: req.body.amount, currency: "eur", metadata: { campaignId: req.body.campaignId } });
  res.json({ secret: intent.client_secret });
});

app.post("/appointments/:id/checkout", requireUser, async (req, res) => { // silent: the price is the row's
  const appointment = await prisma.appointment.findFirst({ where: { id: req.params.id, userId: req.user.id } });
  if (!appointment) return res.sendStatus(404);
  const intent = await stripe.paymentIntents.create({ amount: appointment.price, currency: "eur", metadata: { appointmentId: req.params.id } });
  res.json({ secret: intent.client_secret });
});

app.post("/orders", requireUser, async (req, res) => {
  const { items } = req.body;
  const totalAmount = items.reduce((sum, item) => sum + item.price * item.quantity, 0);
  const order = await prisma.order.create({ data: { userId: req.user.id, totalAmount } }); // expect: amount-from-request
  res.json(order);
});

app.post("/orders/lines", requireUser, async (req, res) => {
  const { items } = req.body;
  const lines = items.map((item) => ({ unitPrice: item.unitPrice }));
  res.json(await prisma.order.create({ data: { userId: req.user.id, lines: { create: lines } } })); // expect: amount-from-request
});

app.post("/withdrawals", requireUser, async (req, res) => { // silent: who wants their money says how much of it
  res.json(await prisma.withdrawalRequest.create({ data: { userId: req.user.id, amount: req.body.amount } }));
});

app.post("/offers/:id/orders", requireUser, async (req, res) => { // silent: it is compared with what is kept
  const appointment = await prisma.appointment.findUnique({ where: { id: req.params.id } });
  if (!appointment || req.body.totalAmount !== appointment.price) return res.sendStatus(409);
  res.json(await prisma.order.create({ data: { userId: req.user.id, totalAmount: req.body.totalAmount } }));
});

const SEAT_PRICE = 25;

app.post("/seats/pay", requireUser, async (req, res) => { // silent: how many, and not how much
  const { seats, eventId } = req.body;
  const intent = await stripe.paymentIntents.create({ amount: seats * SEAT_PRICE, currency: "eur", metadata: { eventId } });
  res.json({ secret: intent.client_secret });
});

app.post("/projects/pay", requireUser, async (req, res) => { // silent: who gives says how much
  const { amount, projectId } = req.body;
  const intent = await stripe.paymentIntents.create({ amount, currency: "eur", metadata: { type: "donation", projectId } });
  res.json({ secret: intent.client_secret });
});

app.post("/invoices/link", requireUser, async (req, res) => { // silent: the caller's own invoice, for their own account
  const { amount, invoiceId } = req.body;
  const link = { amount, currency: "eur", metadata: { invoiceId } };
  const intent = await stripe.paymentIntents.create(link, { stripeAccount: req.user.stripeAccount });
  res.json({ secret: intent.client_secret });
});

app.post("/agreed/pay", requireUser, async (req, res) => { // silent: found by the amount
  const { amount, appointmentId } = req.body;
  const found = await prisma.appointment.findFirst({ where: { id: appointmentId, userId: req.user.id, price: amount } });
  if (!found) return res.sendStatus(404);
  const intent = await stripe.paymentIntents.create({ amount, currency: "eur", metadata: { appointmentId } });
  res.json({ secret: intent.client_secret });
});
