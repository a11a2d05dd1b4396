// The project of the address is proved everywhere but where the row is stored.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Member = mongoose.model("member", new mongoose.Schema({ projectId: String, userId: String }));
const Department = mongoose.model("department", new mongoose.Schema({ projectId: String, title: String, createdBy: String }));
const Report = mongoose.model("report", new mongoose.Schema({ projectId: String, text: String, createdBy: String }));
const Booking = mongoose.model("booking", new mongoose.Schema({ projectId: String, seats: Number, userId: String }));

const app = express();
app.use(express.json());

const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
};

const member = async (req, res, next) => {
  const found = await Member.findOne({ projectId: req.params.projectId, userId: req.user.id });
  if (!found) return res.sendStatus(403);
  return next();
};

app.post("/:projectId/departments", signedIn, async (req, res) => {
  const { projectId } = req.params;
  res.json(await Department.create({ projectId, title: req.body.title, createdBy: req.user.id })); // expect: unowned-object
});

app.put("/:projectId/departments/:id", signedIn, member, async (req, res) => {
  const { id, projectId } = req.params;
  res.json(await Department.updateOne({ _id: id, projectId }, { title: req.body.title }));
});
app.delete("/:projectId/departments/:id", signedIn, member, async (req, res) => {
  const { id, projectId } = req.params;
  res.json(await Department.deleteOne({ _id: id, projectId }));
});

// Whoever reports something is no member.
app.post("/:projectId/reports", signedIn, async (req, res) => {
  const { projectId } = req.params;
  res.json(await Report.create({ projectId, text: req.body.text, createdBy: req.user.id })); // silent: anybody may
});
app.get("/:projectId/reports/:id", signedIn, member, async (req, res) => {
  res.json(await Report.findOne({ _id: req.params.id, projectId: req.params.projectId }));
});
app.delete("/:projectId/reports/:id", signedIn, member, async (req, res) => {
  res.json(await Report.deleteOne({ _id: req.params.id, projectId: req.params.projectId }));
});

// Whoever likes books something for themselves.
app.post("/:projectId/bookings", signedIn, async (req, res) => {
  const { projectId } = req.params;
  res.json(await Booking.create({ projectId, seats: Number(req.body.seats), userId: req.user.id })); // silent: for the caller
});
app.get("/:projectId/bookings/:id", signedIn, member, async (req, res) => {
  res.json(await Booking.findOne({ _id: req.params.id, projectId: req.params.projectId }));
});
app.put("/:projectId/bookings/:id", signedIn, member, async (req, res) => {
  const { id, projectId } = req.params;
  res.json(await Booking.updateOne({ _id: id, projectId }, { seats: Number(req.body.seats) }));
});
