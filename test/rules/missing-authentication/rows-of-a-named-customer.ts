// Rows of whichever customer the address names are nobody else's; posts of an author are for everybody.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Preference = mongoose.model("Preference", new mongoose.Schema({ customerId: String, diet: String, size: String }));
const Post = mongoose.model("Post", new mongoose.Schema({ authorId: String, title: String }));
const Review = mongoose.model("Review", new mongoose.Schema({ customerId: String, stars: Number }));
const app = express();

app.get("/customers/:id/preferences", async (req, res) => { // expect: missing-authentication
  res.json(await Preference.find({ customerId: req.params.id }));
});
app.get("/authors/:id/posts", async (req, res) => {
  res.json(await Post.find({ authorId: req.params.id })); // silent
});
app.get("/customers/:id/reviews", async (req, res) => {
  res.json(await Review.find({ customerId: req.params.id })); // silent: written for all
});
app.put("/posts/:id", async (req, res) => {
  const { id } = jwt.verify(req.headers.authorization, process.env.KEY);
  await Post.updateOne({ _id: req.params.id, authorId: id }, { title: req.body.title }); // silent
  res.sendStatus(204);
});
