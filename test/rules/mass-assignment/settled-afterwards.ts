// Whatever says what somebody may do is settled by the code, after what was sent.

// file: src/models.ts
import { model, Schema } from "mongoose";

export const User = model(
  "User",
  new Schema({ email: String, name: String, password: String, type: String, verified: Boolean, notifyAdmin: Boolean }),
);

// file: src/app.ts
import bcrypt from "bcrypt";
import express from "express";
import { User } from "./models";

const app = express();

app.post("/sign-up", async (req, res) => {
  const { body } = req;
  body.type = "customer";
  body.verified = false;
  body.password = await bcrypt.hash(body.password, 10);
  const user = new User(body);
  await user.save(); // silent: type and state are settled
  res.json({ id: user.id });
});
app.post("/register", async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 10);
  res.json(await User.create({ ...req.body, type: "customer", verified: false, password })); // silent: type and state are settled
});
app.post("/join", async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 10);
  res.json(await User.create({ type: "customer", verified: false, ...req.body, password })); // expect: mass-assignment
});
app.post("/enter", async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 10);
  res.json(await User.create({ ...req.body, verified: false, password })); // expect: mass-assignment
});
