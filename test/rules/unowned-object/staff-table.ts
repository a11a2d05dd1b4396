// file: src/schema.ts
import mongoose from "mongoose";
export const Personnel = mongoose.model("Personnel", new mongoose.Schema({ email: String, password: String }));
export const Booking = mongoose.model("Booking", new mongoose.Schema({ userId: String, day: String, place: String }));

// file: src/logins.ts
import jwt from "jsonwebtoken";
import { Personnel } from "./schema.js";
export const personnel = async (req, res, next) => {
  try {
    const { id } = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    req.personnel = await Personnel.findById(id);
    return next();
  } catch {
    res.sendStatus(401);
  }
};
export const customer = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["CUSTOMER_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
};

// file: src/app.ts
import express from "express";
import { customer, personnel } from "./logins.js";
import { Booking } from "./schema.js";

const app = express();
app.use(express.json());

app.post("/bookings", customer, async (req, res) => {
  res.json(await Booking.create({ userId: req.user.id, day: req.body.day, place: req.body.place }));
});
app.get("/bookings", customer, async (req, res) => {
  res.json(await Booking.find({ userId: req.user.id }));
});
// The team sees all of them: that makes them no less those of the customers.
app.get("/desk/bookings", personnel, async (_req, res) => {
  res.json(await Booking.find());
});
app.get("/desk/bookings/:id", personnel, async (req, res) => {
  res.json(await Booking.findById(req.params.id)); // silent: the team's own login
});
app.get("/bookings/:id", customer, async (req, res) => {
  res.json(await Booking.findById({ _id: req.params.id })); // expect: unowned-object
});
