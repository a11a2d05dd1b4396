import express from "express";
import mongoose from "mongoose";

const Teacher = mongoose.model("Teacher", new mongoose.Schema({ name: String, email: String, password: String }));
const Membership = mongoose.model("Membership", new mongoose.Schema({ name: String, price: Number }));
const Account = mongoose.model("Account", new mongoose.Schema({ email: String }));
const Post = mongoose.model("Post", new mongoose.Schema({ title: String, views: Number }));
const app = express();

app.get("/teachers", async (req, res) => { // expect: missing-authentication
  res.json(await Teacher.find());
});
app.get("/memberships", async (req, res) => { // silent: nothing in the columns is about a person
  res.json(await Membership.find());
});
app.get("/available", async (req, res) => { // silent: only whether there is one
  const account = await Account.findOne({ email: req.query.email });
  res.json({ free: !account });
});
app.get("/accounts/:id", async (req, res) => { // expect: missing-authentication
  const account = await Account.findById(req.params.id);
  res.json({ account });
});
app.get("/posts/:id", async (req, res) => { // silent: a page that counts its visits
  const post = await Post.findById(req.params.id);
  post.views += 1;
  await post.save();
  res.json(post);
});
app.get("/me", (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => { // silent: checked
  res.json(await Account.findById(req.user.id));
});
