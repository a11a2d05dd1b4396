import { type Request, type Response, Router } from "express";
import { requireUser } from "./auth.ts";
import { prisma } from "./db.ts";
import { receipts } from "./queue.ts";
import { stripe } from "./stripe.ts";

export const orders = Router();

orders.get("/orders", requireUser, async (req, res) => {
  res.json(await prisma.order.findMany({ where: { userId: req.user!.id }, select: { id: true, cents: true } }));
});

orders.get("/orders/:id", requireUser, async (req, res) => {
  const order = await prisma.order.findUnique({
    where: { id: Number(req.params.id) },
    select: { id: true, cents: true, status: true },
  });
  if (!order) return res.status(404).json({ error: "No such order" });
  res.json(order);
});

orders.post("/orders", requireUser, createOrder);

orders.post("/orders/:id/pay", requireUser, async (req, res) => {
  const order = await prisma.order.findFirst({ where: { id: Number(req.params.id), userId: req.user!.id } });
  if (!order) return res.status(404).json({ error: "No such order" });

  const payment = await stripe.paymentIntents.create({
    amount: order.cents,
    currency: "eur",
    metadata: { order: order.id },
  });
  res.json({ status: payment.status });
});

orders.post("/orders/:id/favourite", requireUser, async (req, res) => {
  const userId = req.user!.id;
  const orderId = Number(req.params.id);
  const known = await prisma.favourite.findFirst({ where: { userId, orderId } });
  if (known) return res.json({ favourite: true });
  await prisma.favourite.create({ data: { userId, orderId } });
  res.json({ favourite: true });
});

orders.post("/donations", requireUser, async (req, res) => {
  const payment = await stripe.paymentIntents.create({ amount: req.body.cents, currency: "eur" });
  res.json({ status: payment.status });
});

orders.post("/orders/:id/receipt", requireUser, async (req, res) => {
  await receipts.add("receipt", { orderId: Number(req.params.id) });
  res.status(202).end();
});

orders.post("/orders/:id/close", requireUser, async (req, res) => {
  const id = Number(req.params.id);
  await prisma.order.update({ where: { id }, data: { status: "closed" } });
  await prisma.receipt.create({ data: { orderId: req.body.receipt } });
  res.json({ closed: id });
});

orders.post("/points/spend", requireUser, async (req, res) => {
  const user = await prisma.user.findUniqueOrThrow({ where: { id: req.user!.id } });
  const spent = Number(req.body.points);
  await prisma.user.update({ where: { id: user.id }, data: { points: user.points - spent } });
  res.status(204).end();
});

orders.post("/orders/:id/bill", requireUser, async (req, res) => {
  const id = Number(req.params.id);
  await prisma.order.update({ where: { id, userId: req.user!.id }, data: { status: "billed" } });
  await receipts.add("receipt", { orderId: id, lost: req.body.lost });
  res.json({ billed: id });
});

async function createOrder(req: Request, res: Response) {
  const order = await prisma.order.create({ data: { userId: req.user!.id, cents: req.body.cents } });
  res.status(201).json({ cents: order.cents, status: order.status });
}
