import express from "express";
import mongoose from "mongoose";

const app = express();
const Basket = mongoose.model(
  "Basket",
  new mongoose.Schema({ owner: { type: String, unique: true }, lines: [{ sku: String, amount: Number }] }),
);

app.post("/basket/lines", async (req, res) => {
  let basket = await Basket.findOne({ owner: req.body.owner });
  if (!basket) basket = new Basket({ owner: req.body.owner, lines: [] });
  const at = basket.lines.findIndex((line) => line.sku === req.body.sku);
  if (at > -1) basket.lines[at].amount += req.body.amount;
  else basket.lines.push({ sku: req.body.sku, amount: req.body.amount });
  await basket.save(); // expect: unguarded-increment
  res.end();
});

app.post("/basket/found", async (req, res) => {
  const basket = (await Basket.findOne({ owner: req.body.owner })) ?? new Basket({ owner: req.body.owner, lines: [] });
  const line = basket.lines.find((one) => one.sku === req.body.sku);
  if (line) line.amount += req.body.amount;
  await basket.save(); // expect: unguarded-increment
  res.end();
});

app.put("/basket/lines", async (req, res) => {
  let basket = await Basket.findOne({ owner: req.body.owner });
  if (!basket) basket = new Basket({ owner: req.body.owner, lines: [] });
  const at = basket.lines.findIndex((line) => line.sku === req.body.sku);
  if (at > -1) basket.lines[at].amount = req.body.amount;
  await basket.save(); // silent: the amount that was sent
  res.end();
});
