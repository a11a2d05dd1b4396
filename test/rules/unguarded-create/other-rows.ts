import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.post("/orders", requireUser, async (req, res) => {
  const seller = await prisma.user.findUnique({ where: { id: req.body.seller } });
  if (seller?.isBlocked) return res.sendStatus(403);
  // Another row of the table is changed: the seller stays as it was.
  await prisma.user.update({ where: { id: req.body.buyer }, data: { phone: req.body.phone, isBlocked: false } });
  await prisma.order.create({ data: { seller: req.body.seller, buyer: req.body.buyer } }); // expect: unguarded-create
  res.sendStatus(201);
});

app.post("/payments", requireUser, async (req, res) => {
  const failures = await prisma.payment.count({ where: { order: req.body.order, status: "failed" } });
  if (failures > 0) return res.sendStatus(429);
  // What is added is in another state than what is counted.
  await prisma.payment.create({ data: { order: req.body.order, status: "pending" } }); // expect: unguarded-create
  res.sendStatus(201);
});

app.post("/checkout", requireUser, async (req, res) => {
  const lines = await prisma.cartLine.findMany({ where: { cart: req.body.cart, orderId: null } });
  // Where none is left, an order without lines is made.
  const order = await prisma.order.create({ data: { lines: { connect: lines.map(({ id }) => ({ id })) } } }); // expect: unguarded-create
  await prisma.cartLine.updateMany({ where: { cart: req.body.cart, orderId: null }, data: { orderId: order.id } });
  res.sendStatus(201);
});

app.post("/carts/:id/order", requireUser, async (req, res) => { // silent: an empty cart stops
  const lines = await prisma.cartLine.findMany({ where: { cart: req.params.id, orderId: null } });
  if (lines.length === 0) return res.sendStatus(409);
  const order = await prisma.order.create({ data: { lines: { connect: lines.map(({ id }) => ({ id })) } } });
  await prisma.cartLine.updateMany({ where: { cart: req.params.id, orderId: null }, data: { orderId: order.id } });
  res.sendStatus(201);
});

app.post("/staff", requireUser, async (req, res) => {
  await prisma.nurse.create({ data: { name: req.body.name, passwordHash: req.body.hash } }); // expect: unguarded-create
  res.sendStatus(201);
});

app.post("/coaching", requireUser, async (req, res) => {
  await prisma.session.create({ data: { coach: req.body.coach, price: 40 } }); // expect: unguarded-create
  res.sendStatus(201);
});

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (!req.session?.user) return res.sendStatus(401);
  next();
}
