// Who has the role sets the price and takes products away; reviews, which it never sets, are everybody's.
const express = require("express");
const jwt = require("jsonwebtoken");
const mongoose = require("mongoose");

const Product = mongoose.model("Product", new mongoose.Schema({ name: String, price: Number, shelf: String, reviews: [Object], numReviews: Number, rating: Number }));
const app = express();
app.use(express.json());
app.use((req, res, next) => {
  const { authorization } = req.headers;
  if (!authorization) return res.sendStatus(401);
  jwt.verify(authorization.slice(7), process.env.JWT_SECRET, (error, decoded) => {
    if (error) return res.sendStatus(401);
    req.user = decoded;
    next();
  });
});
const isAdmin = (req, res, next) => (req.user.isAdmin ? next() : res.sendStatus(403));

app.put("/products/:id", isAdmin, async (req, res) => {
  await Product.updateOne({ _id: req.params.id }, { name: req.body.name, price: req.body.price });
  res.end();
});
app.put("/products/:id/shelf", isAdmin, async (req, res) => {
  await Product.updateOne({ _id: req.params.id }, { shelf: req.body.shelf });
  res.end();
});
app.delete("/products/:id", isAdmin, async (req, res) => {
  await Product.deleteOne({ _id: req.params.id });
  res.end();
});
app.post("/products/:id/reviews", async (req, res) => { // silent: other columns
  const product = await Product.findById(req.params.id);
  if (product) {
    const review = { name: req.user.name, rating: Number(req.body.rating), comment: req.body.comment };
    product.reviews.push(review);
    product.numReviews = product.reviews.length;
    product.rating = product.reviews.reduce((sum, one) => one.rating + sum, 0) / product.reviews.length;
    await product.save();
  }
  res.end();
});
app.post("/products/:id/price", async (req, res) => { // expect: inconsistent-guard
  await Product.updateOne({ _id: req.params.id }, { price: req.body.price });
  res.end();
});
app.listen(3000);
