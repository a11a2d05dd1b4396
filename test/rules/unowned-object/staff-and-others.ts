// A list of roles that names ordinary people besides the staff says nothing of whose row it is.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String }));
const Ride = mongoose.model("Ride", new mongoose.Schema({ courierId: String, stage: String }));
const Notice = mongoose.model("Notice", new mongoose.Schema({ userId: String, read: Boolean }));

const allow =
  (...roles) =>
  (req, res, next) => {
    const claims = jwt.verify(req.headers.authorization, process.env.KEY);
    if (!roles.includes(claims.role)) return res.sendStatus(403);
    req.user = claims;
    next();
  };

const app = express();
app.delete("/accounts/:id", allow("admin", "user"), async (req, res) => {
  res.json(await User.deleteOne({ _id: req.params.id })); // expect: unowned-object
});
app.delete("/staff/accounts/:id", allow("admin", "manager"), async (req, res) => {
  res.json(await User.deleteOne({ _id: req.params.id })); // silent: staff alone
});
app.get("/rides", allow("courier"), async (req, res) => {
  res.json(await Ride.find({ courierId: req.user.id }));
});
app.patch("/rides/:id", allow("admin", "courier"), async (req, res) => {
  res.json(await Ride.findByIdAndUpdate(req.params.id, { stage: req.body.stage })); // expect: unowned-object
});
app.patch("/rides/:id/stage", allow("admin", "dispatcher"), async (req, res) => {
  res.json(await Ride.findByIdAndUpdate(req.params.id, { stage: req.body.stage })); // silent: nowhere limited to own rides
});
app.post("/notices", allow("admin"), async (req, res) => {
  res.json(await Notice.create({ userId: req.body.userId, read: false }));
});
app.get("/notices", allow("user"), async (req, res) => {
  res.json(await Notice.find({ userId: req.user.id }));
});
app.patch("/notices/:id", allow("user"), async (req, res) => {
  res.json(await Notice.findByIdAndUpdate(req.params.id, { read: true }, { upsert: true })); // expect: unowned-object
});
app.listen(3000);
