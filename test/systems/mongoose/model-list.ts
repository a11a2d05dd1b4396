// Models of a list, each kept by its name.
import express from "express";
import mongoose from "mongoose";

const models: Record<string, mongoose.Model<any>> = {};
for (const model of [
  mongoose.model("Reef", new mongoose.Schema({ depth: Number })),
  mongoose.model("Tide", new mongoose.Schema({ height: Number })),
])
  models[model.modelName] = model;

const app = express();
app.get("/reefs/:id", async (req, res) => {
  res.json(await models.Reef.findById(req.params.id)); // effect: read mongodb Reef
});
app.post("/tides", async (req, res) => {
  res.json(await models.Tide.create({ height: req.body.height })); // effect: write mongodb Tide
});
