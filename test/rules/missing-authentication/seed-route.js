// Accounts of the code's own are no sign-up: whoever calls it takes everybody else's away.
const bcrypt = require("bcryptjs");
const express = require("express");
const mongoose = require("mongoose");

const User = mongoose.model("User", new mongoose.Schema({ name: String, email: String, password: String }));
const app = express();
app.use(express.json());

app.get("/seed", async (req, res) => { // expect: missing-authentication
  await User.deleteMany({});
  await User.insertMany([{ name: "Ann", email: "ann@example.com", password: bcrypt.hashSync("123456") }]);
  res.end();
});
app.post("/sign-up", async (req, res) => { // silent: it signs somebody up
  await User.create({ email: req.body.email, password: bcrypt.hashSync(req.body.password) });
  res.end();
});
app.get("/me", (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => {
  res.json(await User.findById(req.user.id));
});
app.listen(3000);
