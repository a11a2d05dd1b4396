// Whose session it is stands in a table for each role: that the account is there tells no role.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String }));
const Admin = mongoose.model("Admin", new mongoose.Schema({ email: String, password: String }));
const Booking = mongoose.model("Booking", new mongoose.Schema({ userId: { type: String, ref: "User" }, street: String }));

const authenticate = (allowed) => async (req, res, next) => {
  try {
    const told = jwt.verify(req.cookies.token, process.env.KEY);
    if (!allowed.includes(told.role)) throw new Error("403");
    let account = null;
    if (told.role === "user") account = await User.findById(told.id);
    if (told.role === "admin") account = await Admin.findById(told.id);
    if (!account) throw new Error("401");
    req.user = { id: told.id, role: told.role };
    next();
  } catch (error) {
    next(error);
  }
};

const app = express();
app.get("/bookings", authenticate(["user"]), async (req, res) => {
  res.json(await Booking.find({ userId: req.user.id })); // silent
});
app.get("/bookings/:id", authenticate(["user"]), async (req, res) => {
  res.json(await Booking.findById(req.params.id)); // expect: unowned-object
});
app.get("/admin/bookings/:id", authenticate(["admin"]), async (req, res) => {
  res.json(await Booking.findById(req.params.id)); // silent
});
