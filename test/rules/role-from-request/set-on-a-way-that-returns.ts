// What a helper has set on a row when it returns is stored behind it; what is only given the row stores another one.
import express from "express";
import mongoose from "mongoose";

const User = mongoose.model("User", new mongoose.Schema({ name: String, role: String, password: String }));
const Note = mongoose.model("Note", new mongoose.Schema({ about: Object }));
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

function apply(user, body) {
  if (body.role) {
    user.role = body.role;
    return;
  }
  user.name = body.name;
}
app.put("/me", async (req, res) => {
  const user = await User.findById(req.user.id);
  apply(user, req.body);
  await user.save(); // expect: role-from-request
  res.sendStatus(204);
});
app.put("/me/noted", async (req, res) => {
  const user = await User.findById(req.user.id);
  if (req.body.role) {
    user.role = req.body.role;
    await Note.create({ about: user });
  }
  await user.save(); // expect: role-from-request
  res.sendStatus(204);
});
app.listen(3000);
