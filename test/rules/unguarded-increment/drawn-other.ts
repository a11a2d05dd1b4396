import express from "express";
import mongoose from "mongoose";

const app = express();
const Till = mongoose.model("till", new mongoose.Schema({ owner: String, cash: Number, next: Number }));
const Handover = mongoose.model("handover", new mongoose.Schema({ by: String, amount: Number, number: Number }));

app.put("/tills/:id/give", async (req, res) => {
  const till = await Till.findOneAndUpdate({ _id: req.params.id }, { $inc: { cash: req.body.amount } }, { new: true }); // expect: unguarded-increment
  await Handover.create({ by: till.owner, amount: req.body.amount });
  res.end();
});
app.post("/tills/:id/handovers", async (req, res) => {
  const till = await Till.findOneAndUpdate({ _id: req.params.id }, { $inc: { next: 1 } }, { new: true }); // silent: the number is drawn for the new row
  await Handover.create({ number: till.next, amount: req.body.amount });
  res.end();
});
