// What is credited, and what an order costs: the request may name the goods, not the money.

// file: prisma/schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
  balance  Int    @default(0)
  wallets  Wallet[]
}
model Wallet {
  id      String @id
  userId  String
  balance Int
  user    User   @relation(fields: [userId], references: [id])
}
model Product {
  id    String @id
  name  String
  price Int
}
model Order {
  id        String @id
  userId    String
  productId String
  total     Int
}
model Event {
  id    String @id
  name  String
  price Int
}
model Ticket {
  id      String @id
  eventId String
  price   Int
  event   Event  @relation(fields: [eventId], references: [id])
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

function requireAdmin(req, res, next) {
  if (req.user.role !== "admin") return res.sendStatus(403);
  next();
}

app.post("/sign-up", async (req, res) => {
  const { email, password } = req.body;
  await prisma.user.create({ data: { email, password: await bcrypt.hash(password, 10) } });
  res.sendStatus(201);
});

app.post("/wallet/credit", requireUser, async (req, res) => {
  const { amount } = req.body;
  await prisma.user.update({ where: { id: req.user.id }, data: { balance: { increment: amount } } }); // expect: amount-from-request
  res.sendStatus(204);
});

app.post("/wallet/add", requireUser, async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: req.user.id } });
  await prisma.user.update({ where: { id: req.user.id }, data: { balance: user.balance + Number(req.body.amount) } }); // expect: amount-from-request
  res.sendStatus(204);
});

app.post("/wallets", requireUser, async (req, res) => {
  await prisma.wallet.create({ data: { userId: req.user.id, balance: req.body.balance } }); // expect: amount-from-request
  res.sendStatus(201);
});

app.post("/orders", requireUser, async (req, res) => {
  const { productId, total } = req.body;
  const order = await prisma.order.create({ data: { userId: req.user.id, productId, total } }); // expect: amount-from-request
  res.json(order);
});

app.post("/orders/priced", requireUser, async (req, res) => { // silent: the price is the product's
  const product = await prisma.product.findUnique({ where: { id: req.body.productId } });
  if (!product) return res.sendStatus(404);
  const total = product.price * req.body.quantity;
  res.json(await prisma.order.create({ data: { userId: req.user.id, productId: product.id, total } }));
});

app.post("/orders/compared", requireUser, async (req, res) => { // silent: what was sent must be what it costs
  const { productId, total } = req.body;
  const product = await prisma.product.findUnique({ where: { id: productId } });
  if (product?.price !== total) return res.sendStatus(409);
  res.json(await prisma.order.create({ data: { userId: req.user.id, productId, total } }));
});

app.post("/wallet/paid", requireUser, async (req, res) => { // silent: the provider says that it was paid
  const { amount, intentId } = req.body;
  const intent = await stripe.paymentIntents.retrieve(intentId);
  if (intent.status !== "succeeded" || intent.amount_received < amount) return res.sendStatus(402);
  await prisma.user.update({ where: { id: req.user.id }, data: { balance: { increment: amount } } });
  res.sendStatus(204);
});

app.post("/wallet/move", requireUser, async (req, res) => { // silent: it comes from another account of the caller
  const { amount, walletId } = req.body;
  await prisma.wallet.update({ where: { id: walletId, userId: req.user.id }, data: { balance: { decrement: amount } } });
  await prisma.user.update({ where: { id: req.user.id }, data: { balance: { increment: amount } } });
  res.sendStatus(204);
});

app.post("/staff/orders", requireUser, requireAdmin, async (req, res) => { // silent: the office enters what was agreed on
  const { userId, productId, total } = req.body;
  res.json(await prisma.order.create({ data: { userId, productId, total } }));
});

app.post("/events/:id/tickets", requireUser, async (req, res) => { // silent: whoever sells tickets says what they cost
  const { price } = req.body;
  res.json(await prisma.ticket.create({ data: { eventId: req.params.id, price } }));
});
