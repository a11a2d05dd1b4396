import express from "express";
import session from "express-session";
import bcrypt from "bcrypt";
import mongoose from "mongoose";

// Accounts are made by hand: no endpoint makes one, and no column tells one from another.
const User = mongoose.model(
  "User",
  new mongoose.Schema({ email: { type: String, required: true }, password: { type: String, required: true } }),
);
const Tour = mongoose.model("Tour", new mongoose.Schema({ title: String, price: Number }));

const app = express();
app.use(express.json(), session({ secret: process.env.SESSION_SECRET }));

app.post("/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.sendStatus(401);
  req.session.userId = user._id;
  res.sendStatus(204);
});

app.get("/tours", async (_req, res) => {
  res.json(await Tour.find());
});

const signedIn = (req, res, next) => (req.session.userId ? next() : res.sendStatus(401));

app.delete("/admin/tours/:id", signedIn, async (req, res) => { // silent: whoever has an account is staff
  await Tour.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

app.listen(3000);
