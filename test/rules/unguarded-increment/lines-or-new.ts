import express from "express";
import mongoose from "mongoose";

const app = express();
const line = new mongoose.Schema({ seed: String, grams: Number });
const Basket = mongoose.model("basket", new mongoose.Schema({ gardener: { type: String, unique: true }, lines: [line], touched: Date }));

app.post("/basket/place", async (req: any, res) => {
  let basket = await Basket.findOne({ gardener: req.user.id });
  if (!basket) basket = new Basket({ gardener: req.user.id, lines: [] });
  const place = basket.lines.findIndex((one) => one.seed === req.body.seed);
  if (place >= 0) basket.lines[place].grams += req.body.grams;
  else basket.lines.push({ seed: req.body.seed, grams: req.body.grams });
  await basket.save(); // expect: unguarded-increment
  res.json(basket);
});
app.post("/basket/line", async (req: any, res) => {
  const basket = (await Basket.findOne({ gardener: req.user.id })) ?? new Basket({ gardener: req.user.id, lines: [] });
  const known = basket.lines.find((one) => one.seed === req.body.seed);
  if (known) known.grams += req.body.grams;
  else basket.lines.push({ seed: req.body.seed, grams: req.body.grams });
  await basket.save(); // expect: unguarded-increment
  res.json(basket);
});
app.put("/basket/place", async (req: any, res) => {
  let basket = await Basket.findOne({ gardener: req.user.id });
  if (!basket) basket = new Basket({ gardener: req.user.id, lines: [] });
  const place = basket.lines.findIndex((one) => one.seed === req.body.seed);
  if (place >= 0) basket.lines[place].grams = req.body.grams;
  await basket.save(); // silent: the line is set to what was sent
  res.json(basket);
});
