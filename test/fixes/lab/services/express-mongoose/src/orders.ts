import { Router } from "express";
import { requireUser } from "./auth.ts";
import { Favourite, Order, Receipt, User } from "./models.ts";
import { receipts } from "./queue.ts";
import { stripe } from "./stripe.ts";

export const orders = Router();

orders.get("/orders", requireUser, async (req, res) => {
  const found = await Order.find({ userId: req.user!.id });
  res.json(found.map(({ cents }) => ({ cents })));
});

orders.get("/orders/:id", requireUser, async (req, res) => {
  const order = await Order.findById(req.params.id);
  if (!order) return res.status(404).json({ error: "No such order" });
  res.json({ id: order._id, cents: order.cents, status: order.status });
});

orders.post("/orders", requireUser, async (req, res) => {
  const order = await Order.create({ userId: req.user!.id, cents: Number(req.body.cents) });
  res.status(201).json({ cents: order.cents, status: order.status });
});

orders.post("/orders/:id/pay", requireUser, async (req, res) => {
  const order = await Order.findOne({ _id: String(req.params.id), userId: req.user!.id });
  if (!order) return res.status(404).json({ error: "No such order" });

  const payment = await stripe.paymentIntents.create({ amount: order.cents, currency: "eur" });
  res.json({ status: payment.status });
});

orders.post("/donations", requireUser, async (req, res) => {
  const payment = await stripe.paymentIntents.create({ amount: req.body.cents, currency: "eur" });
  res.json({ status: payment.status });
});

orders.post("/orders/:id/receipt", requireUser, async (req, res) => {
  await receipts.add("receipt", { orderId: String(req.params.id) });
  res.status(202).end();
});

orders.post("/orders/:id/close", requireUser, async (req, res) => {
  await Order.updateOne({ _id: String(req.params.id) }, { status: "closed" });
  await Receipt.create({ orderId: req.body.receipt });
  res.json({ closed: req.params.id });
});

orders.post("/points/spend", requireUser, async (req, res) => {
  const user = await User.findById(req.user!.id);
  if (!user) return res.status(404).end();
  await User.updateOne({ _id: user._id }, { points: user.points - Number(req.body.points) });
  res.status(204).end();
});

orders.post("/orders/:id/favourite", requireUser, async (req, res) => {
  const userId = req.user!.id;
  const orderId = String(req.params.id);
  const known = await Favourite.findOne({ userId, orderId });
  if (!known) await Favourite.create({ userId, orderId });
  res.json({ favourite: true });
});
