// A sum over other rows is made anew each time; only what is added to the row's own value is lost.

import express from "express";
import mongoose from "mongoose";

const app = express();
const Crag = mongoose.model("Crag", new mongoose.Schema({ name: String, climbs: Number, parts: [{ type: mongoose.Schema.Types.ObjectId, ref: "Crag" }] }));

app.post("/crags/:id/sum", async (req, res) => {
  const crag = await Crag.findById(req.params.id).populate("parts");
  if (!crag) return res.sendStatus(404);
  const climbs = crag.parts.reduce((sum, part) => sum + part.climbs, 0);
  await Crag.updateOne({ _id: crag._id }, { climbs });
  res.json(climbs);
});

app.post("/crags/:id/climbs", async (req, res) => {
  const crag = await Crag.findById(req.params.id);
  if (!crag) return res.sendStatus(404);
  await Crag.updateOne({ _id: crag._id }, { climbs: crag.climbs + Number(req.body.more) }); // expect: read-modify-write
  res.sendStatus(204);
});
