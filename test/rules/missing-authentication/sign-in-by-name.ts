// A token for whomever the request names is a way in for everybody.
import bcrypt from "bcrypt";
import express from "express";
import { OAuth2Client } from "google-auth-library";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Member = mongoose.model("Member", new mongoose.Schema({ email: String, password: String, code: String, role: String }));
const google = new OAuth2Client(process.env.GOOGLE_ID);
const tokenFor = (member) => jwt.sign({ id: member._id, role: member.role }, process.env.KEY);

const app = express();
app.get("/me", (req, res) => (req.user ? res.json(req.user) : res.sendStatus(401)));

app.post("/auth/social", async (req, res) => { // expect: missing-authentication
  if (!["google", "apple"].includes(req.body.provider)) return res.sendStatus(400);
  const known = await Member.findOne({ email: req.body.email, blocked: false });
  if (known) return res.json({ token: tokenFor(known) });
  const added = await new Member({ email: req.body.email }).save();
  res.json({ token: tokenFor(added) });
});

app.post("/auth/login", async (req, res) => { // silent: a password is compared
  const known = await Member.findOne({ email: req.body.email });
  if (!known || !(await bcrypt.compare(req.body.password, known.password))) return res.sendStatus(401);
  res.json({ token: tokenFor(known) });
});

app.post("/auth/code", async (req, res) => { // silent: a code is compared, on one side of a branch
  const known = await Member.findOne({ email: req.body.email });
  if (known && known.code === req.body.code) res.json({ token: tokenFor(known) });
  else res.sendStatus(401);
});

app.post("/auth/mailed", async (req, res) => { // silent: the code finds the row
  const known = await Member.findOne({ email: req.body.email, code: req.body.code });
  if (!known) return res.sendStatus(401);
  res.json({ token: tokenFor(known) });
});

app.post("/auth/google", async (req, res) => { // silent: the provider is asked
  const ticket = await google.verifyIdToken({ idToken: req.body.credential });
  const known = await Member.findOne({ email: ticket.getPayload().email });
  if (!known) return res.sendStatus(401);
  res.json({ token: tokenFor(known) });
});

app.post("/auth/sign-up", async (req, res) => { // silent: the account is a new one
  const known = await Member.findOne({ email: req.body.email });
  if (known) return res.sendStatus(409);
  const added = await Member.create({ email: req.body.email, password: await bcrypt.hash(req.body.password, 12) });
  res.json({ token: tokenFor(added) });
});

// Called like a way in, but whoever knows an id sets its password.
app.post("/auth/reset-password", async (req, res) => { // expect: missing-authentication
  const known = await Member.findOne({ $and: [{ _id: req.body.userId }, { blocked: false }] });
  if (!known) return res.sendStatus(404);
  const password = await bcrypt.hash(req.body.password, 12);
  await Member.findByIdAndUpdate(known._id, { password }, { upsert: true });
  res.sendStatus(204);
});
app.listen(3000);
