import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Offer = mongoose.model("Offer", new mongoose.Schema({ sellerId: String, price: Number, isVerified: Boolean }));

const app = express();
app.use(express.json(), (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  next();
});

app.put("/offers/:id", async (req, res) => {
  const changes = req.body;
  if (Object.keys(changes).length === 0) return res.status(400).json({ message: "nothing to change" });
  const offer = await Offer.findById(req.params.id);
  // The seller passes as well as staff.
  if (offer.sellerId !== req.user.id && req.user.role !== "admin") return res.sendStatus(403);
  res.json(await Offer.findByIdAndUpdate(req.params.id, changes)); // expect: mass-assignment
});

app.put("/admin/offers/:id", async (req, res) => {
  if (req.user.role !== "admin") return res.sendStatus(403);
  res.json(await Offer.findByIdAndUpdate(req.params.id, req.body)); // silent: staff may set everything
});

app.listen(3000);
