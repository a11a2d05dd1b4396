import express from "express";
import Stripe from "stripe";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post("/webhooks/stripe", express.raw({ type: "*/*" }), async (req, res) => { // silent: the provider owns the state
  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"]!, process.env.WEBHOOK_SECRET!);
  await prisma.order.update({ where: { intent: event.data.object.id }, data: { status: event.data.object.status } });
  res.end();
});
app.post("/checkout/done", async (req, res) => {
  await prisma.order.update({ where: { id: req.body.orderId }, data: { status: "paid" } }); // expect: two-owners
  res.redirect("/thanks");
});
app.post("/checkout/address", async (req, res) => { // silent: another column
  await prisma.order.update({ where: { id: req.body.orderId }, data: { address: req.body.address } });
  res.end();
});
app.post("/tasks/:id/done", async (req, res) => { // silent: another table
  await prisma.task.update({ where: { id: req.params.id }, data: { status: "done" } });
  res.end();
});
app.post("/orders/:id/status", async (req, res) => { // silent: staff corrects by hand
  if (req.user.role !== "admin") return res.sendStatus(403);
  await prisma.order.update({ where: { id: req.params.id }, data: { status: req.body.status } });
  res.end();
});
app.post("/orders/:id/draft", async (req, res) => { // silent: the page takes the order back to where the provider has no say
  await prisma.order.update({ where: { id: req.params.id }, data: { status: "draft" } });
  res.end();
});
app.get("/cron/orders", async (req, res) => { // silent: no person asks for it
  await prisma.order.update({ where: { id: req.query.id }, data: { status: "cancelled" } });
  res.end();
});
