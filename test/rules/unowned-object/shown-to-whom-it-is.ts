// One page for whom it is, beside one that shows a row to whoever is signed in, makes the rows no secret.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Fair = mongoose.model("Fair", new mongoose.Schema({ hostId: String, title: String, place: String }));

const app = express();
app.use((req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
    next();
  } catch {
    res.sendStatus(401);
  }
});
app.get("/fairs/:id/edit", async (req: any, res) => {
  const fair = await Fair.findById(req.params.id);
  if (!fair || fair.hostId !== req.user.id) return res.sendStatus(403);
  res.json(fair);
});
app.get("/fairs/:id", async (req, res) => {
  res.json(await Fair.findById(req.params.id)); // silent: fairs are shown to everybody
});
app.post("/fairs/search", async (req, res) => {
  res.json(await Fair.find({ title: req.body.title })); // silent: fairs are shown to everybody
});
app.listen(3000);
