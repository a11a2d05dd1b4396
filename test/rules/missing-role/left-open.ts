// Most of what changes rows asks for a role; the rows are nobody's, and the caller appears nowhere.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Course = mongoose.model("Course", new mongoose.Schema({ title: String }));
const Room = mongoose.model("Room", new mongoose.Schema({ name: String }));
const Plan = mongoose.model("Plan", new mongoose.Schema({ name: String, discount: Number }));
const Report = mongoose.model("Report", new mongoose.Schema({ text: String, userId: String }));
const Seat = mongoose.model("Seat", new mongoose.Schema({ taken: Boolean }));
const Contact = mongoose.model("Contact", new mongoose.Schema({ text: String }));
const app = express();

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

const requireAdmin = [requireUser, (req, res, next) => (req.user.role === "admin" ? next() : res.sendStatus(403))];

app.post("/courses", requireAdmin, async (req, res) => res.json(await Course.create({ title: req.body.title })));
app.put("/courses/:id", requireAdmin, async (req, res) => res.json(await Course.findByIdAndUpdate(req.params.id, { title: req.body.title })));
app.delete("/courses/:id", requireAdmin, async (req, res) => res.json(await Course.findByIdAndDelete(req.params.id)));
app.post("/rooms", requireAdmin, async (req, res) => res.json(await Room.create({ name: req.body.name })));
app.put("/rooms/:id", requireAdmin, async (req, res) => res.json(await Room.findByIdAndUpdate(req.params.id, { name: req.body.name })));

app.post("/plans", requireUser, async (req, res) => { // expect: missing-role
  res.json(await Plan.create({ name: req.body.name, discount: req.body.discount }));
});

app.delete("/plans/:id", requireUser, async (req, res) => { // expect: missing-role
  res.json(await Plan.findByIdAndDelete(req.params.id));
});

app.post("/reports", requireUser, async (req, res) => { // silent: the caller's own
  res.json(await Report.create({ text: req.body.text, userId: req.user.id }));
});

app.post("/seats/:id/reserve", requireUser, async (req, res) => { // silent: the code says what becomes of it
  res.json(await Seat.findByIdAndUpdate(req.params.id, { taken: true }));
});

app.post("/contact", requireUser, async (req, res) => { // silent: left for staff to read
  res.json(await Contact.create({ text: req.body.text }));
});
