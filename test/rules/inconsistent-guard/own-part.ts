import express from "express";
import mongoose from "mongoose";

const Product = mongoose.model("Product", new mongoose.Schema({ price: Number, reviews: [{ by: String, text: String }] }));
const User = mongoose.model("User", new mongoose.Schema({ name: String, role: String }));
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
const adminOnly = (req, res, next) => (req.user.role === "admin" ? next() : res.sendStatus(403));

app.put("/products/:id", adminOnly, async (req, res) => {
  const product = await Product.findById(req.params.id);
  product.price = req.body.price;
  res.json(await product.save());
});
app.put("/products/:id/price", async (req, res) => { // expect: inconsistent-guard
  const product = await Product.findById(req.params.id);
  product.price = req.body.price;
  res.json(await product.save());
});
app.post("/products/:id/reviews", async (req, res) => { // silent: the caller's own review
  const product = await Product.findById(req.params.id);
  product.reviews.push({ by: req.user.id, text: req.body.text });
  res.json(await product.save());
});
app.put("/users/:id", adminOnly, async (req, res) => {
  res.json(await User.updateOne({ _id: req.params.id }, { name: req.body.name }));
});
app.put("/users/me", async (req, res) => { // silent: the caller's own row
  const user = await User.findById(req.user.id);
  user.name = req.body.name;
  res.json(await user.save());
});
