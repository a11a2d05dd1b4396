// The caller's own account is filled with whatever was sent, and its table has a column for the role.
const express = require("express");
const mongoose = require("mongoose");

const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String, role: { type: String, enum: ["member", "admin"] } }));
const Seller = mongoose.model("Seller", new mongoose.Schema({ email: String, password: String, role: { type: String, enum: ["seller", "buyer"] } }));
const app = express();
app.use(express.json());

app.post("/sellers", async (req, res) => { // silent: the model refuses any other role
  const { email, password, role } = req.body;
  res.json(await Seller.create({ email, password, role }));
});
app.post("/users", async (req, res) => {
  const { email, password, role } = req.body;
  res.json(await User.create({ email, password, role })); // expect: role-from-request
});

app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
app.put("/me", async (req, res) => {
  const update = req.body.profile;
  res.json(await User.findOneAndUpdate({ _id: req.user._id }, update, { new: true })); // expect: role-from-request
});
app.put("/me/mail", async (req, res) => { // silent: one field
  res.json(await User.findOneAndUpdate({ _id: req.user._id }, { email: req.body.email }));
});
app.listen(3000);
