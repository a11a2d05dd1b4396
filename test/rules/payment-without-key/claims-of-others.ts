import cron from "node-cron";
import express from "express";
import Stripe from "stripe";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY as string);

cron.schedule("0 3 * * *", async () => {
  const over = await prisma.booking.findMany({ where: { state: "over" } });
  for (const one of over) await prisma.booking.update({ where: { id: one.id }, data: { state: "done" } });
  const booking = await prisma.booking.findUnique({ where: { id: process.env.BOOKING } });
  if (!booking || booking.depositRefunded) return;
  // Other rows of the table were written ahead; this one is marked only afterwards.
  await stripe.refunds.create({ payment_intent: booking.intent, amount: 500 }); // expect: payment-without-key
  await prisma.booking.update({ where: { id: booking.id }, data: { depositRefunded: true } });
});

app.post("/appointments/:id/intent", requireUser, async (req, res) => {
  const known = await prisma.payment.findFirst({ where: { appointment: req.params.id } });
  if (known?.status === "paid") return res.sendStatus(409);
  const intent = await stripe.paymentIntents.create({ amount: 500, currency: "eur" }); // expect: payment-without-key
  // ~ charges again when POST
  await prisma.payment.upsert({
    where: { appointment: req.params.id },
    create: { appointment: req.params.id, status: "paid", intent: intent.id },
    update: { status: "paid", intent: intent.id },
  });
  res.json(intent);
});

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (!req.session?.user) return res.sendStatus(401);
  next();
}
