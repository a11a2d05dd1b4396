import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Worker = mongoose.model("Worker", new mongoose.Schema({ firmId: String, name: String, iban: String, active: Boolean }));

const app = express();
app.use(express.json(), (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  next();
});
const may = (right) => (req, res, next) => (req.user.role === right ? next() : res.sendStatus(403));
// Everybody of the firm passes.
const found = async (req, res, next) => {
  const worker = await Worker.findOne({ _id: req.params.id, firmId: req.user.firmId });
  if (!worker) return res.sendStatus(404);
  req.worker = worker;
  next();
};

app.get("/workers/:id", found, (req, res) => res.json(req.worker));
app.patch("/workers/:id", found, may("clerk"), async (req, res) => {
  await Worker.updateOne({ _id: req.worker._id, firmId: req.user.firmId }, { name: req.body.name });
  res.sendStatus(204);
});
app.delete("/workers/:id", found, may("clerk"), async (req, res) => {
  await Worker.updateOne({ _id: req.worker._id, firmId: req.user.firmId }, { active: false });
  res.sendStatus(204);
});
app.put("/workers/:id/iban", found, async (req, res) => { // expect: inconsistent-guard
  await Worker.updateOne({ _id: req.worker._id, firmId: req.user.firmId }, { iban: req.body.iban });
  res.sendStatus(204);
});

app.listen(3000);
