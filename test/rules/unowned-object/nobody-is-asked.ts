// A service that never asks whose rows they are: the schema says it, and the request names them.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Schema = mongoose.Schema;
const Company = mongoose.model("Company", new Schema({ name: String, password: String }));
const Person = mongoose.model("Clean-User", new Schema({ name: String, password: String }));
const Wallet = mongoose.model(
  "Wallet",
  new Schema({ userId: { type: Schema.Types.ObjectId, ref: "User" }, balance: Number, moves: [{ amount: Number }] }),
);
const Booking = mongoose.model(
  "Booking",
  new Schema({ companyId: { type: Schema.Types.ObjectId, ref: "Company" }, amount: Number, day: Date }),
);
const Court = mongoose.model(
  "Court",
  new Schema({ companyId: { type: Schema.Types.ObjectId, ref: "Company" }, name: String, photos: [String] }),
);

const app = express();
app.get("/courts/best", async (req, res) => {
  res.json(await Booking.aggregate([{ $group: { _id: "$courtId", total: { $sum: 1 } } }]));
});
app.get("/courts", async (req, res) => {
  res.json(await Court.find({ companyId: req.query.companyId })); // silent: shown to visitors
});
app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
});
app.get("/wallets/:userId", async (req, res) => {
  res.json(await Wallet.findOne({ userId: req.params.userId })); // expect: unowned-object
});
app.post("/wallets/:userId/moves", async (req, res) => {
  await Wallet.findOneAndUpdate({ userId: req.params.userId }, { $push: { moves: { amount: req.body.amount } } }); // expect: unowned-object
  res.sendStatus(204);
});
app.get("/companies/:companyId/revenue", async (req, res) => {
  const id = new mongoose.Types.ObjectId(req.params.companyId);
  const months = await Booking.aggregate([{ $match: { companyId: id } }, { $group: { _id: "$day", sum: { $sum: "$amount" } } }]); // expect: unowned-object
  res.json(months);
});
app.post("/bookings", async (req, res) => {
  const added = await Booking.create({ companyId: req.body.companyId, amount: 5 });
  res.json(await Booking.findById(added._id)); // silent: it was added just now
});
app.put("/courts/:id", async (req, res) => {
  res.json(await Court.findByIdAndUpdate(req.params.id, { name: req.body.name, $push: { photos: req.body.photo } })); // expect: unowned-object
});
app.post("/courts/:id/photos", async (req, res) => {
  res.json(await Court.findByIdAndUpdate(req.params.id, { $push: { photos: req.body.photo } })); // expect: unowned-object
});
app.listen(3000);
