import express from "express";
import mongoose from "mongoose";

const app = express();
const Trip = mongoose.model("trip", new mongoose.Schema({ seats: [{ code: String, refunded: Boolean, seen: Boolean }] }));
const Till = mongoose.model("till", new mongoose.Schema({ owner: String, cash: Number }));

app.put("/trips/:id/refund", async (req, res) => {
  const trip = await Trip.findById(req.params.id);
  const seat = trip.seats.find((one) => one.code === req.body.code);
  if (seat.refunded) return res.sendStatus(409);
  await Trip.findByIdAndUpdate(req.params.id, { $set: { "seats.$[one].refunded": true } }, { arrayFilters: [{ "one.code": req.body.code }] });
  await Till.findOneAndUpdate({ owner: req.body.till }, { $inc: { cash: -5 } }); // silent: the line was refunded before
  res.end();
});
app.put("/trips/:id/lose", async (req, res) => {
  const trip = await Trip.findById(req.params.id);
  const seat = trip.seats.find((one) => one.code === req.body.code);
  if (seat.refunded) return res.sendStatus(409);
  await Trip.findByIdAndUpdate(req.params.id, { $set: { "seats.$[one].seen": true } }, { arrayFilters: [{ "one.code": req.body.code }] });
  await Till.findOneAndUpdate({ owner: req.body.till }, { $inc: { cash: -5 } }); // expect: unguarded-increment
  res.end();
});
