// A service finds the row with its owner, changes it by its id, and tests other things afterwards.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Trip = mongoose.model("Trip", new mongoose.Schema({ driverId: String, accepted: Boolean }));
const Note = mongoose.model("Note", new mongoose.Schema({ driverId: String, tripId: String }));

async function accept(driverId, tripId) {
  const trip = await Trip.findOne({ _id: tripId, driverId, accepted: false });
  if (!trip) throw new Error("no such trip");
  const changed = await Trip.findByIdAndUpdate(tripId, { accepted: true }); // silent: it was found among the caller's
  const note = await Note.create({ driverId: trip.driverId, tripId });
  if (!note) throw new Error("not noted");
  return changed;
}
async function finish(driverId, tripId) {
  const changed = await Trip.findByIdAndUpdate(tripId, { accepted: false }); // expect: unowned-object
  const note = await Note.create({ driverId, tripId });
  if (!note) throw new Error("not noted");
  return changed;
}

const app = express();
app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
});
app.post("/trips/:id/accept", async (req, res) => {
  res.json(await accept(req.user.id, req.params.id));
});
app.post("/trips/:id/finish", async (req, res) => {
  res.json(await finish(req.user.id, req.params.id));
});
app.listen(3000);
