// A row that is stored again, nobody knows with what: what had to be set for the mail is set the next time as well.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
import nodemailer from "nodemailer";
import { withReceipt } from "booking-papers";

const Booking = mongoose.model("Booking", new mongoose.Schema({ isPaid: Boolean, isConfirmed: Boolean, isOpen: Boolean, email: String }));
const mailer = nodemailer.createTransport(process.env.SMTP);
const app = express();

app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
});

app.post("/bookings/:id/paid", async (req, res) => {
  const booking = await Booking.findById(req.params.id);
  if (!booking.isConfirmed || !booking.isPaid) return res.sendStatus(409);
  await mailer.sendMail({ to: booking.email, text: "Confirmed" }); // expect: message-sent-twice
  await Booking.updateOne({ _id: req.params.id }, withReceipt(booking));
  res.sendStatus(204);
});

app.post("/bookings/:id/confirm", async (req, res) => {
  const booking = await Booking.findById(req.params.id);
  if (booking.isConfirmed) return res.sendStatus(409);
  await mailer.sendMail({ to: booking.email, text: "Confirmed" }); // silent: it may be confirmed by what is stored
  await Booking.updateOne({ _id: req.params.id }, withReceipt(booking));
  res.sendStatus(204);
});

app.post("/bookings/:id/close", async (req, res) => {
  const booking = await Booking.findById(req.params.id);
  if (!booking.isOpen) return res.sendStatus(409);
  await mailer.sendMail({ to: booking.email, text: "Closed" }); // silent: it is no longer open
  await Booking.updateOne({ _id: req.params.id }, { isOpen: false });
  res.sendStatus(204);
});
