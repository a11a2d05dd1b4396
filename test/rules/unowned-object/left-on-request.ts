import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Note = mongoose.model("Note", new mongoose.Schema({ text: String, holder: String }));
const app = express();

// The caller goes by a name that no framework knows.
app.use((req, res, next) => {
  try {
    req.visitorInfo = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  } catch {
    return res.sendStatus(401);
  }
  next();
});

async function loadNote(req, res, next) {
  req.note = await Note.findById(req.params.id);
  if (!req.note) return res.sendStatus(404);
  next();
}

app.post("/notes", async (req, res) => {
  res.json(await Note.create({ holder: req.visitorInfo.id, text: req.body.text }));
});

app.delete("/notes/:id/mine", async (req, res) => {
  await Note.findOneAndDelete({ _id: req.params.id, holder: req.visitorInfo.id }); // silent: the caller's own
  res.sendStatus(204);
});

app.delete("/notes/:id/checked", loadNote, async (req, res) => {
  if (req.note.holder !== req.visitorInfo.id) return res.sendStatus(403);
  await req.note.deleteOne(); // silent: compared with the caller
  res.sendStatus(204);
});

app.delete("/notes/:id", loadNote, async (req, res) => {
  await req.note.deleteOne(); // expect: unowned-object
  res.sendStatus(204);
});
