// Nobody's rows that visitors are shown, kept by whoever signed up.
import bcrypt from "bcrypt";
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
const { Schema, model } = mongoose;
const User = model("User", new Schema({ email: String, password: String }));
const Genre = model("Genre", new Schema({ title: String }));
const Story = model("Story", new Schema({ text: String, user: { type: Schema.Types.ObjectId, ref: "User" } }));
const Report = model("Report", new Schema({ text: String }));
const app = express();
const login = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
    next();
  } catch {
    res.sendStatus(401);
  }
};
app.post("/sign-up", async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 10);
  res.json(await User.create({ email: req.body.email, password }));
});
app.get("/genres", async (req, res) => res.json(await Genre.find()));
// expect: missing-role
app.post("/genres", login, async (req, res) => res.json(await Genre.create({ title: req.body.title })));
// expect: missing-role
app.put("/genres/:id", login, async (req, res) => res.json(await Genre.updateOne({ _id: req.params.id }, { title: req.body.title })));
// expect: missing-role
app.delete("/genres/:id", login, async (req, res) => res.json(await Genre.deleteOne({ _id: req.params.id })));
app.get("/stories", async (req, res) => res.json(await Story.find()));
app.post("/stories", login, async (req, res) => { // silent: the caller's own
  res.json(await Story.create({ text: req.body.text, user: req.user.id }));
});
app.delete("/stories/:id", login, async (req, res) => { // silent: the caller's own
  res.json(await Story.deleteOne({ _id: req.params.id, user: req.user.id }));
});
app.get("/reports", async (req, res) => res.json(await Report.find()));
app.post("/reports", login, async (req, res) => res.json(await Report.create({ text: req.body.text }))); // silent: anybody may leave one, and nobody changes them
