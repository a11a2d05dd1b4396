// file: schema.prisma
datasource db { 
  provider = "postgresql" 
}
model User {
  id     String   @id
  marked String[]
  muted  Boolean
}
// file: app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import Stripe from "stripe";
import { requireUser } from "./auth";

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post("/marks/:id", requireUser, async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: req.user.id } });
  const marked = user?.marked ?? [];
  const next = marked.includes(req.params.id) ? marked.filter((id) => id !== req.params.id) : [...marked, req.params.id];
  await prisma.user.update({ where: { id: req.user.id }, data: { marked: next } }); // expect: unguarded-increment
  res.end();
});
app.post("/kept/:id", requireUser, async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: req.user.id } });
  const marked = user?.marked ?? [];
  const next = marked.includes(req.params.id) ? marked : [...marked, req.params.id];
  await prisma.user.update({ where: { id: req.user.id }, data: { marked: next } }); // silent: it stands in the list once
  res.end();
});
app.post("/muted", requireUser, async (req, res) => {
  await prisma.user.update({ where: { id: req.user.id }, data: { muted: !req.user.muted } }); // expect: unguarded-increment
  res.end();
});
app.post("/unmuted", requireUser, async (req, res) => {
  await prisma.user.update({ where: { id: req.user.id }, data: { muted: !req.body.loud } }); // silent: what was sent decides
  res.end();
});
app.post("/seats", requireUser, async (req, res) => {
  const plan = await stripe.subscriptions.retrieve(req.user.subscription);
  const [item] = plan.items.data;
  await stripe.subscriptions.update(plan.id, { items: [{ id: item.id, quantity: (item.quantity ?? 0) + req.body.more }] }); // expect: unguarded-increment
  res.end();
});
app.post("/plan", requireUser, async (req, res) => {
  const plan = await stripe.subscriptions.retrieve(req.user.subscription);
  const [item] = plan.items.data;
  await stripe.subscriptions.update(plan.id, { items: [{ id: item.id, quantity: req.body.seats }] }); // silent: the number is set
  res.end();
});
// file: auth.ts
import jwt from "jsonwebtoken";
export function requireUser(req, res, next) {
  req.user = jwt.verify(req.headers.authorization ?? "", process.env.KEY!);
  next();
}
