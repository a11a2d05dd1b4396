// Devices, notices and accounts of whomever the address names, for anybody who is signed in.

// file: src/models.ts
import { model, Schema } from "mongoose";

const user = { type: Schema.Types.ObjectId, ref: "User" };
export const User = model("User", new Schema({ email: String, password: String, phone: String, type: String, active: Boolean }));
export const PushToken = model("PushToken", new Schema({ user, token: String }));
export const NoticeCounter = model("NotificationCounter", new Schema({ user, count: Number }));
export const Review = model("Review", new Schema({ user, text: String }));

// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { NoticeCounter, PushToken, Review, User } from "./models";

const app = express();

const signedIn = async (req, res, next) => {
  const found = await User.findById(jwt.verify(req.cookies.token, process.env.JWT_SECRET).id);
  if (!found) return res.sendStatus(401);
  req.user = found;
  next();
};

app.get("/sellers", async (req, res) => res.json(await User.find({ type: "seller" }, "name"))); // silent: sellers are shown to all
app.post("/accounts/:id/activate", async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user || user.phone !== req.body.phone) return res.sendStatus(400);
  res.sendStatus(204);
});
app.put("/users/:id", signedIn, async (req, res) => {
  if (req.params.id !== req.user.id) return res.sendStatus(403);
  res.json(await User.findByIdAndUpdate(req.params.id, { phone: req.body.phone })); // silent: compared
});
app.get("/users/:id", signedIn, async (req, res) => {
  res.json(await User.findById(req.params.id)); // expect: unowned-object
});
app.get("/counters/:userId", signedIn, async (req, res) => {
  res.json(await NoticeCounter.findOne({ user: req.params.userId })); // expect: unowned-object
});
app.post("/devices/:userId/:token", signedIn, async (req, res) => {
  res.json(await PushToken.create({ user: req.params.userId, token: req.params.token })); // expect: unowned-object
});
app.post("/devices", signedIn, async (req, res) => {
  res.json(await PushToken.create({ user: req.user.id, token: req.body.token })); // silent: the caller's
});
app.get("/reviews/:userId", signedIn, async (req, res) => {
  res.json(await Review.find({ user: req.params.userId })); // silent: reviews are for others to read
});
