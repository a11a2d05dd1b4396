// A row beside the one that is taken away is looked up below the caller's team, and it is what was found that is refused.
import express from "express";
import mongoose, { Schema } from "mongoose";

const app = express();
const Member = mongoose.model("member", new Schema({ teamId: String, userId: String }));
const Crew = mongoose.model("crew", new Schema({ teamId: String, name: String }));
const Shift = mongoose.model("shift", new Schema({ teamId: String, crewId: String }));

app.use((req: any, res, next) => (req.user ? next() : res.sendStatus(401)));
app.use("/teams/:teamId", async (req: any, res, next) => {
  const member = await Member.findOne({ teamId: req.params.teamId, userId: req.user.id });
  if (!member) return res.sendStatus(403);
  next();
});

app.post("/teams/:teamId/crews", async (req, res) => {
  res.json(await Crew.create({ teamId: req.params.teamId, name: req.body.name }));
});

app.delete("/teams/:teamId/crews/:crewId", async (req, res) => {
  const inUse = await Shift.findOne({ teamId: req.params.teamId, crewId: req.params.crewId });
  if (inUse) return res.status(409).send("it has shifts");
  await Crew.findByIdAndDelete(req.params.crewId); // expect: unowned-object
  res.sendStatus(204);
});

app.delete("/teams/:teamId/idle/:crewId", async (req, res) => { // silent: there must be one of the team's
  const own = await Crew.findOne({ teamId: req.params.teamId, crewId: req.params.crewId });
  if (!own) return res.sendStatus(404);
  await Crew.findByIdAndDelete(req.params.crewId);
  res.sendStatus(204);
});
