// Where people sign in by codes alone, accounts have no passwords: a phone number is no proof all the same.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const User = mongoose.model("User", new mongoose.Schema({ name: String, phone: String }));
const Code = mongoose.model("Code", new mongoose.Schema({ phone: String, otp: String }));
const Lamp = mongoose.model("Lamp", new mongoose.Schema({ serial: String, name: String }));
const app = express();

app.post("/sign-in", async (req, res) => { // expect: missing-authentication
  const user = await User.findOne({ phone: req.body.phone });
  if (!user) return res.sendStatus(404);
  res.json({ token: jwt.sign({ id: user._id }, process.env.KEY!) });
});

app.post("/sign-in/code", async (req, res) => { // silent: a code is compared
  const code = await Code.findOne({ phone: req.body.phone });
  if (!code || code.otp !== req.body.otp) return res.sendStatus(401);
  const user = await User.findOne({ phone: req.body.phone });
  res.json({ token: jwt.sign({ id: user!._id }, process.env.KEY!) });
});

app.post("/lamps/login", async (req, res) => { // silent: no account of a person
  const lamp = await Lamp.findOne({ serial: req.body.serial });
  res.json({ token: jwt.sign({ id: lamp!._id }, process.env.KEY!) });
});
