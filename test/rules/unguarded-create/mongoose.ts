import express from "express";
import mongoose from "mongoose";

const userSchema = mongoose.Schema({ email: { type: String, unique: true }, name: String });
const User = mongoose.model("User", userSchema);
const Order = mongoose.model("Order", new mongoose.Schema({ total: Number }));
const app = express();

app.post("/users", async (req, res) => {
  res.json(await User.create(req.body)); // silent: the body may fill the unique key
});
app.post("/users/picked", async (req, res) => {
  res.json(await User.create({ email: req.body.email, name: req.body.name })); // silent: unique key
});
app.post("/orders", async (req, res) => {
  res.json(await Order.create({ total: req.body.total })); // expect: unguarded-create
});
