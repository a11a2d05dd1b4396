import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String, role: String }));
const Tour = mongoose.model("Tour", new mongoose.Schema({ title: String, price: Number }));

const app = express();
app.use(express.json());

app.post("/signup", async (req, res) => {
  res.json(await User.create({ email: req.body.email, password: req.body.password, role: "guest" }));
});
app.get("/tours", async (_req, res) => {
  res.json(await Tour.find());
});

const signedIn = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  next();
};

app.get("/admin/tours", signedIn, async (_req, res) => { // silent: visitors see them, too
  res.json(await Tour.find());
});
app.put("/admin/tours/:id", signedIn, async (req, res) => { // expect: missing-role
  res.json(await Tour.findByIdAndUpdate(req.params.id, { price: req.body.price }));
});
app.get("/admin/users", signedIn, async (_req, res) => { // expect: missing-role
  res.json(await User.find());
});

app.listen(3000);
