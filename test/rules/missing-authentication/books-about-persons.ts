// Whom a school keeps books about is shown to nobody, nor is a bank account; what somebody is called by their id is.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Student = mongoose.model("Student", new mongoose.Schema({ first_name: String, last_name: String, grade: String }));
const Firm = mongoose.model("Firm", new mongoose.Schema({ title: String, iban: String, verified: Boolean }));
const User = mongoose.model("User", new mongoose.Schema({ name: String, email: String, password: String }));
const app = express();

app.get("/students", async (_req, res) => { // expect: missing-authentication
  res.json(await Student.find());
});
app.get("/firms/:id", async (req, res) => { // expect: missing-authentication
  res.json(await Firm.findById(req.params.id));
});
app.get("/partners", async (_req, res) => { // silent: looked for by a mark
  res.json(await Firm.find({ verified: true }));
});
app.get("/writers/:id", async (req, res) => { // silent: what somebody is called
  const user = await User.findById(req.params.id);
  res.json({ name: user?.name });
});
app.delete("/students/:id", async (req, res) => {
  try {
    jwt.verify(String(req.headers.authorization), process.env.TOKEN_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  await Student.deleteOne({ _id: req.params.id });
  res.end();
});
