// file: package.json
{ "dependencies": { "express": "5.0.0", "mongoose": "8.0.0", "jsonwebtoken": "9.0.0" } }
// file: src/app.ts
import express, { type RequestHandler } from "express";
import jwt from "jsonwebtoken";
import mongoose, { Schema } from "mongoose";

const Trip = mongoose.model("Trip", new Schema({ hostId: { type: Schema.Types.ObjectId, ref: "User" }, state: String }));
const app = express();
const asks: RequestHandler = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!);
  next();
};
app.get("/trips", asks, async (req, res) => res.json(await Trip.find({ hostId: req.user.id })));
app.post("/trips", asks, async (req, res) => res.json(await Trip.create({ hostId: req.user.id, state: "new" })));

app.patch("/trips/:id", asks, async (req, res) => { // silent: compared with the caller
  const trip = await Trip.findById(req.params.id);
  if (!trip) return res.sendStatus(404);
  if (!trip.hostId.equals(req.user.id)) return res.sendStatus(403);
  trip.state = "approved";
  res.json(await trip.save());
});
app.delete("/trips/:id", asks, async (req, res) => { // silent: the other way round
  const trip = await Trip.findById(req.params.id);
  if (!new mongoose.Types.ObjectId(req.user.id).equals(trip.hostId)) return res.sendStatus(403);
  res.json(await Trip.deleteOne({ _id: req.params.id }));
});
app.put("/trips/:id", asks, async (req, res) => {
  const trip = await Trip.findById(req.params.id); // expect: unowned-object
  if (trip.state.equals("closed")) return res.sendStatus(409);
  res.json(await Trip.updateOne({ _id: req.params.id }, { state: "open" }));
});
