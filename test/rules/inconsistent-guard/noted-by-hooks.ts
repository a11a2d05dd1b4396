// A hook makes the session last longer, whatever is asked: that is no change which needs a role.
import express from "express";
import mongoose from "mongoose";

const Session = mongoose.model("Session", new mongoose.Schema({ token: String, userId: String, role: String, expiresAt: Date }));
const Quest = mongoose.model("Quest", new mongoose.Schema({ title: String }));
const app = express();

app.use(async (req, res, next) => {
  const session = await Session.findOne({ token: req.headers.authorization });
  if (!session) return res.sendStatus(401);
  await Session.updateOne({ _id: session._id }, { expiresAt: new Date(Date.now() + 60_000) });
  req.user = session;
  next();
});

app.post("/admin/reset", async (req, res) => {
  if (req.user.role !== "admin") return res.sendStatus(403);
  await Session.updateMany({ userId: req.body.userId }, { expiresAt: new Date() });
  res.sendStatus(204);
});

app.get("/admin/quests/:id", async (req, res) => { // silent: it only reads
  if (req.user.role !== "admin") return res.sendStatus(403);
  res.json(await Quest.findById(req.params.id));
});

app.get("/quests", async (_req, res) => { // silent: it only reads
  res.json(await Quest.find());
});
