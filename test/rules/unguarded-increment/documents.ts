import express from "express";
import mongoose from "mongoose";

const Shopper = mongoose.model("Shopper", new mongoose.Schema({ points: Number, cart: Array, verified: Boolean }));
const Product = mongoose.model("Product", new mongoose.Schema({ stock: Number, likes: [String], ratings: Array }));
const app = express();

app.post("/points", async (req, res) => {
  const shopper = await Shopper.findById(req.body.id);
  shopper.points += req.body.points;
  await shopper.save(); // expect: unguarded-increment
  res.end();
});
app.post("/cart", async (req, res) => {
  const shopper = await Shopper.findById(req.body.id);
  const line = shopper.cart.find((one) => one.product === req.body.product);
  if (line) line.quantity += 1;
  else shopper.cart.push({ product: req.body.product, quantity: 1 });
  await shopper.save(); // expect: unguarded-increment
  res.end();
});
app.post("/sold", async (req, res) => {
  const sold = req.body.lines.map((line) => ({
    updateOne: { filter: { _id: line.product }, update: { $inc: { stock: -line.quantity } } },
  }));
  await Product.bulkWrite(sold); // expect: unguarded-increment
  res.end();
});
app.post("/renamed", async (req, res) => { // silent: the same values again
  await Product.bulkWrite([{ updateOne: { filter: { _id: req.body.id }, update: { $set: { name: req.body.name } } } }]);
  res.end();
});
app.post("/likes", async (req, res) => {
  const product = await Product.findById(req.body.id);
  if (product.likes.includes(req.body.who)) product.likes.pull(req.body.who);
  else product.likes.push(req.body.who);
  await product.save(); // expect: unguarded-increment
  //    ^^^^^^^^^^^^ turns the value back
  res.end();
});
app.post("/likes/set", async (req, res) => { // silent: a set holds it once
  await Product.updateOne({ _id: req.body.id }, { $addToSet: { likes: req.body.who } });
  res.end();
});
app.post("/ratings", async (req, res) => { // silent: who has rated is refused
  const product = await Product.findById(req.body.id);
  const known = product.ratings.find((one) => one.who === req.body.who);
  if (known) return res.status(409).end();
  product.ratings.push({ who: req.body.who, stars: req.body.stars });
  await product.save();
  res.end();
});
app.delete("/cart/:place", async (req, res) => {
  const shopper = await Shopper.findById(req.body.id);
  shopper.cart.splice(req.params.place, 1);
  await shopper.save(); // expect: unguarded-increment
  // ~ takes out another line
  res.end();
});
app.delete("/cart/product/:product", async (req, res) => { // silent: what was taken out is not found again
  const shopper = await Shopper.findById(req.body.id);
  const place = shopper.cart.findIndex((one) => one.product === req.params.product);
  shopper.cart.splice(place, 1);
  await shopper.save();
  res.end();
});
