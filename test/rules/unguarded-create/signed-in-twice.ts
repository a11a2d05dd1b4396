// Whoever signs in twice has two sessions, and nothing is there twice that anybody misses.
import bcrypt from "bcryptjs";
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String, tokens: [String], tags: [String] }));
const app = express();
app.use(express.json());

app.post("/login", async (req, res) => { // silent: a session each
  const user = await User.findOne({ email: String(req.body.email) });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.sendStatus(401);
  const token = jwt.sign({ id: user._id }, process.env.JWT_SECRET);
  await User.findOneAndUpdate({ _id: user._id }, { $push: { tokens: token } });
  res.json({ token });
});

app.post("/tags", async (req, res) => {
  if (!req.user) return res.sendStatus(401);
  await User.findOneAndUpdate({ _id: req.user.id }, { $push: { tags: String(req.body.tag) } }); // expect: unguarded-create
  res.end();
});
app.listen(3000);
