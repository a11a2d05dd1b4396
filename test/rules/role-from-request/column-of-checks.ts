import bcrypt from "bcrypt";
import express from "express";
import mongoose from "mongoose";

const Person = mongoose.model(
  "Person",
  new mongoose.Schema({ mail: String, password: String, rank: String, mood: String }),
);

const app = express();

app.delete("/people/:id", async (req, res) => {
  if (!req.user) return res.sendStatus(401);
  if (req.user.rank !== "head") return res.sendStatus(403);
  await Person.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

// The checks of this service ask for a rank: whoever joins writes one.
app.post("/join", async (req, res) => {
  const { mail, password, rank, mood } = req.body;
  await Person.create({ mail, mood, password: await bcrypt.hash(password, 12), rank }); // expect: role-from-request
  res.sendStatus(201);
});
