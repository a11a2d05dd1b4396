// Doctors have accounts of their own, and every appointment says which one of them it is with.

// file: src/models.ts
import mongoose, { Schema } from "mongoose";

export const Doctor = mongoose.model("Doctor", new Schema({ email: { type: String, unique: true }, password: String }));
export const Patient = mongoose.model("Patient", new Schema({ email: { type: String, unique: true }, password: String }));
export const Appointment = mongoose.model(
  "Appointment",
  new Schema({
    doctorId: { type: Schema.Types.ObjectId, ref: "Doctor" },
    patientId: { type: Schema.Types.ObjectId, ref: "Patient" },
    state: String,
  }),
);
export const User = mongoose.model("User", new Schema({ email: { type: String, unique: true }, password: String }));
export const Task = mongoose.model(
  "Task",
  new Schema({ dispatcherId: { type: Schema.Types.ObjectId, ref: "User" }, note: String }),
);
export const Article = mongoose.model("Article", new Schema({ title: String, state: String }));
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { Appointment, Article, Task } from "./models";

const app = express();

const only = (...roles) => (req, res, next) => {
  req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET);
  return roles.includes(req.user.role) ? next() : res.sendStatus(403);
};

app.patch("/appointments/:id", only("doctors"), async (req, res) => {
  await Appointment.updateOne({ _id: req.params.id }, { state: "done" }); // expect: unowned-object
  res.sendStatus(204);
});
app.patch("/appointments/:id/room", only("receptionists"), async (req, res) => { // silent: no row says which one
  await Appointment.updateOne({ _id: req.params.id }, { state: "called" });
  res.sendStatus(204);
});
app.patch("/articles/:id", only("doctors"), async (req, res) => { // silent: articles are the house's
  await Article.updateOne({ _id: req.params.id }, { state: "read" });
  res.sendStatus(204);
});
app.patch("/tasks/:id", only("dispatchers"), async (req, res) => { // silent: dispatchers are users like others, and may share their tasks
  await Task.updateOne({ _id: req.params.id }, { note: String(req.body.note) });
  res.sendStatus(204);
});
