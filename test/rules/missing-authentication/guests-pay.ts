// Whoever pays without an account grants themselves nothing.

// file: src/models.ts
import { model, Schema } from "mongoose";

export const Booking = model("Booking", new Schema({ sessionId: String, status: String, room: String, paidAt: Date }));

// file: src/app.ts
import express from "express";
import Stripe from "stripe";
import { Booking } from "./models";
import { staff } from "./guards";

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY);

app.get("/bookings", staff, async (req, res) => res.json(await Booking.find()));
app.post("/pay/session", async (req, res) => {
  const customer = await stripe.customers.create({ email: req.body.email }); // silent: somebody may pay
  res.json(await stripe.checkout.sessions.create({ customer: customer.id, mode: "payment", line_items: req.body.items }));
});
app.post("/pay/intent", async (req, res) => {
  const intent = await stripe.paymentIntents.create({ amount: req.body.amount, currency: "eur" }); // silent: the browser confirms it
  res.json({ secret: intent.client_secret });
});
app.post("/pay/kept", async (req, res) => { // expect: missing-authentication
  res.json(await stripe.paymentIntents.create({ amount: 5, currency: "eur", customer: req.body.customer, confirm: true }));
});
app.post("/pay/refund", async (req, res) => { // expect: missing-authentication
  res.json(await stripe.refunds.create({ payment_intent: req.body.intent }));
});
app.post("/pay/return/:sessionId", async (req, res) => {
  const { sessionId } = req.params;
  const session = await stripe.checkout.sessions.retrieve(sessionId);
  const booking = await Booking.findOne({ sessionId });
  if (!booking) return res.sendStatus(204);
  if (session.payment_status === "paid") {
    booking.status = "paid";
    await booking.save(); // silent: the provider says so
    return res.sendStatus(200);
  }
  await booking.deleteOne();
  res.sendStatus(400);
});
app.post("/pay/claim/:bookingId", async (req, res) => { // expect: missing-authentication
  const session = await stripe.checkout.sessions.retrieve(req.body.session);
  if (session.payment_status !== "paid") return res.sendStatus(400);
  res.json(await Booking.findByIdAndUpdate(req.params.bookingId, { status: "paid" }));
});
app.post("/pay/done/:bookingId", async (req, res) => { // expect: missing-authentication
  await stripe.checkout.sessions.retrieve(req.body.session);
  res.json(await Booking.findByIdAndUpdate(req.params.bookingId, { status: "paid" }));
});
app.delete("/pay/given-up/:bookingId/:sessionId", async (req, res) => {
  const { bookingId, sessionId } = req.params;
  res.json(await Booking.deleteOne({ _id: bookingId, sessionId, status: "void" })); // silent: only the browser that paid was told
});
app.delete("/bookings/:id", async (req, res) => { // expect: missing-authentication
  res.json(await Booking.deleteOne({ _id: req.params.id }));
});

// file: src/guards.ts
import jwt from "jsonwebtoken";

export const staff = (req, res, next) => {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET);
    if (req.user.role !== "staff") return res.sendStatus(403);
    next();
  } catch {
    res.sendStatus(401);
  }
};
