import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
import nodemailer from "nodemailer";

const app = express();
const mail = nodemailer.createTransport({ host: "mail.local" });
const User = mongoose.model("User", new mongoose.Schema({ email: String, name: String, verification: Object }));

app.post("/auth/again", async (req, res) => { // silent: a code goes to the account's own address
  const user = await User.findOne({ email: req.body.email });
  if (!user) return res.sendStatus(404);
  const code = Math.floor(1000 + Math.random() * 9000);
  await User.updateOne({ email: req.body.email }, { $set: { verification: { oneTimeCode: code, until: Date.now() + 60_000 } } });
  await mail.sendMail({ to: user.email, subject: "Your code", text: String(code) });
  res.end();
});
app.post("/auth/note", async (req, res) => { // expect: missing-authentication
  const user = await User.findOne({ email: req.body.email });
  if (!user) return res.sendStatus(404);
  await User.updateOne({ email: req.body.email }, { $set: { verification: { note: req.body.note } } });
  res.end();
});
app.post("/public-visits", async (req, res) => { // silent: its address says that it is for everybody
  await User.updateOne({ email: req.body.email }, { $set: { name: req.body.name } });
  res.end();
});
app.delete("/users/:id", async (req, res) => {
  if (jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!).role !== "admin") return res.sendStatus(403);
  await User.deleteOne({ _id: req.params.id });
  res.end();
});
