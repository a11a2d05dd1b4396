import bcrypt from "bcrypt";
import express from "express";
import mongoose from "mongoose";

const Person = mongoose.model("Person", new mongoose.Schema({ mail: String, password: String, role: String }));
const app = express();
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));
const headOnly = (req, res, next) => (req.user?.role === "head" ? next() : res.sendStatus(403));

app.delete("/people/:id", headOnly, async (req, res) => {
  await Person.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});
app.post("/people", signedIn, async (req, res) => { // expect: missing-role
  const { mail, password } = req.body;
  await Person.create({ mail, password: await bcrypt.hash(password, 12) });
  res.sendStatus(201);
});
app.post("/people/by-head", headOnly, async (req, res) => { // silent: the head makes accounts
  const { mail, password } = req.body;
  await Person.create({ mail, password: await bcrypt.hash(password, 12) });
  res.sendStatus(201);
});
app.post("/sign-up", async (req, res) => { // silent: visitors make their own
  const { mail, password } = req.body;
  await Person.create({ mail, password: await bcrypt.hash(password, 12), role: "member" });
  res.sendStatus(201);
});
