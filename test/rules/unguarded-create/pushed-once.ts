// What the filter asks to be missing from a list is not pushed a second time.

import express from "express";
import mongoose from "mongoose";

const app = express();
const Photo = mongoose.model("Photo", new mongoose.Schema({ tags: [{ of: String }], notes: [{ text: String }] }));

app.post("/photos/:id/tags", async (req, res) => {
  await Photo.updateOne({ _id: req.params.id, "tags.of": { $ne: req.body.of } }, { $push: { tags: { of: req.body.of } } }); // silent: tagged already, it matches nothing
  res.sendStatus(204);
});

app.post("/photos/:id/notes", async (req, res) => {
  await Photo.updateOne({ _id: req.params.id, "tags.of": { $ne: "closed" } }, { $push: { notes: { text: req.body.text } } }); // expect: unguarded-create
  res.sendStatus(204);
});
