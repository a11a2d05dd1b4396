// The whole body becomes the account: whoever sends a role has it.
import express from "express";
import mongoose from "mongoose";
import { z } from "zod";

const User = mongoose.model(
  "User",
  new mongoose.Schema({ email: String, password: String, role: { type: String, enum: ["user", "admin"], default: "user" } }),
);
const Member = mongoose.model("Member", new mongoose.Schema({ email: String, password: String, nick: String }));
const Schema = z.object({ email: z.string(), password: z.string() });
const app = express();
app.use(express.json());

app.post("/sign-up", async (req, res) => {
  await User.create({ ...req.body, image: req.file?.path }); // expect: role-from-request
  //    ^^^^^^^^^^^ lets the caller choose "role"
  res.sendStatus(201);
});
app.post("/register", async (req, res) => {
  await User.create({ ...req.body, role: "user" }); // silent: the code sets it afterwards
  res.sendStatus(201);
});
app.post("/join", async (req, res) => {
  const data = Schema.parse(req.body);
  await User.create(data); // silent: the schema lets no role through
  res.sendStatus(201);
});
app.post("/members", async (req, res) => {
  await Member.create(req.body); // silent: there is no role
  res.sendStatus(201);
});
app.listen(3000);
