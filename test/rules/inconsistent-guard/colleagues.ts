import express from "express";
import mongoose from "mongoose";

const Colleague = mongoose.model(
  "Colleague",
  new mongoose.Schema({ name: String, password: String, studioId: String, level: String }),
);
const Studio = mongoose.model("Studio", new mongoose.Schema({ name: String, door: String }));
const Sheet = mongoose.model("Sheet", new mongoose.Schema({ text: String, studioId: String }));

const LEVELS = { helper: 0, lead: 1, founder: 2 };
const atLeast = (level) => (req, res, next) => {
  if (LEVELS[req.user.level] < LEVELS[level]) return res.sendStatus(403);
  next();
};

const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.patch("/colleagues/:id/level", atLeast("founder"), async (req, res) => {
  res.json(await Colleague.updateOne({ _id: req.params.id, studioId: req.user.studioId }, { level: "lead" }));
});
app.delete("/colleagues/:id", async (req, res) => { // expect: inconsistent-guard
  res.json(await Colleague.deleteOne({ _id: req.params.id, studioId: req.user.studioId }));
});
app.patch("/colleagues/me", async (req, res) => { // silent: the caller's own account
  res.json(await Colleague.updateOne({ _id: req.user.id }, { name: req.body.name }));
});

app.patch("/studio", atLeast("lead"), async (req, res) => {
  res.json(await Studio.updateOne({ _id: req.user.studioId }, { name: req.body.name }));
});
app.post("/studio/door", async (req, res) => { // expect: inconsistent-guard
  res.json(await Studio.updateOne({ _id: req.user.studioId }, { door: "open" }));
});

// What belongs to the studio all of it may change, though not take away.
app.patch("/sheets/:id", async (req, res) => {
  res.json(await Sheet.updateOne({ _id: req.params.id, studioId: req.user.studioId }, { text: req.body.text }));
});
app.delete("/sheets/:id", atLeast("lead"), async (req, res) => {
  res.json(await Sheet.deleteOne({ _id: req.params.id, studioId: req.user.studioId }));
});
app.delete("/sheets/:id/for-good", atLeast("lead"), async (req, res) => {
  res.json(await Sheet.deleteOne({ _id: req.params.id })); // expect: unowned-object
});
