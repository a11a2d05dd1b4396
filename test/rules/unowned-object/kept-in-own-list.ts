// What is kept in a list of the caller's own row is the caller's, though the row itself names nobody.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const userSchema = { email: { type: String, unique: true }, password: String, cards: [String] };
const User = mongoose.model("User", new mongoose.Schema(userSchema));
const Card = mongoose.model("Card", new mongoose.Schema({ number: String }));
const app = express();

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

app.post("/cards", requireUser, async (req, res) => { // silent: it is put in the caller's own
  const card = await Card.create({ number: req.body.number });
  await User.findByIdAndUpdate(req.user.id, { $push: { cards: card._id } });
  res.json(card);
});

app.put("/cards/:id", requireUser, async (req, res) => {
  res.json(await Card.findByIdAndUpdate(req.params.id, { number: req.body.number })); // expect: unowned-object
});
