// file: package.json
{ "dependencies": { "express": "5.0.0", "mongoose": "8.0.0", "jsonwebtoken": "9.0.0" } }
// file: src/app.ts
import express, { type RequestHandler } from "express";
import jwt from "jsonwebtoken";
import mongoose, { Schema } from "mongoose";

const Parcel = mongoose.model("Parcel", new Schema({ userId: String, routeId: String, state: String }));
const app = express();
const asks: RequestHandler = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!);
  next();
};
app.get("/parcels", asks, async (req, res) => res.json(await Parcel.find({ userId: req.user.id })));
app.post("/parcels", asks, async (req, res) => res.json(await Parcel.create({ userId: req.user.id, routeId: req.body.route })));

app.get("/parcels/by-route", asks, async (req, res) => { // silent: only those on the caller's routes
  res.json(
    await Parcel.aggregate([
      { $match: { state: req.query.state } },
      { $lookup: { from: "routes", localField: "routeId", foreignField: "_id", as: "routes" } },
      { $match: { "routes.driverId": req.user.id } },
    ]),
  );
});
app.get("/parcels/of/:owner", asks, async (req, res) => {
  res.json(await Parcel.aggregate([{ $match: { userId: req.params.owner } }, { $match: { state: "open" } }])); // expect: unowned-object
});
