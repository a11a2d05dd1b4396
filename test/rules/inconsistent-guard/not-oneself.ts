// Administrators may not remove themselves: that says nothing of who may remove others.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Sailor = mongoose.model("Sailor", new mongoose.Schema({ name: String, rank: String }));

const app = express();
app.use(express.json());
app.use((req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.put("/sailors/:id/rank", async (req: any, res) => {
  if (req.user.role !== "captain") return res.sendStatus(403);
  await Sailor.updateOne({ _id: req.params.id }, { rank: req.body.rank });
  res.end();
});
app.put("/sailors/:id", async (req: any, res) => { // silent: oneself, or a captain
  if (req.user.id !== req.params.id && req.user.role !== "captain") return res.sendStatus(403);
  await Sailor.updateOne({ _id: req.params.id }, { name: req.body.name });
  res.end();
});
app.delete("/sailors/:id", async (req: any, res) => { // expect: inconsistent-guard
  if (req.user.role === "captain" && req.user.id === req.params.id) return res.sendStatus(403);
  await Sailor.deleteOne({ _id: req.params.id });
  res.end();
});
app.listen(3000);
