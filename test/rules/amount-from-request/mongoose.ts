import bcrypt from "bcryptjs";
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String, wallet: Number }));
const Order = mongoose.model("Order", new mongoose.Schema({ userId: String, items: Array, totalPrice: Number }));
const Product = mongoose.model("Product", new mongoose.Schema({ name: String, price: Number }));
const app = express();
app.use(express.json());

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}

app.post("/sign-up", async (req, res) => {
  const { email, password } = req.body;
  await User.create({ email, password: await bcrypt.hash(password, 10) });
  res.sendStatus(201);
});

app.post("/wallet", requireUser, async (req, res) => {
  await User.findByIdAndUpdate(req.user.id, { $inc: { wallet: req.body.amount } }); // expect: amount-from-request
  res.sendStatus(204);
});

app.post("/orders", requireUser, async (req, res) => {
  const { items, totalPrice } = req.body;
  res.json(await Order.create({ userId: req.user.id, items, totalPrice })); // expect: amount-from-request
});

app.post("/pay", requireUser, async (req, res) => { // silent: it goes down
  await User.findByIdAndUpdate(req.user.id, { $inc: { wallet: -req.body.amount } });
  res.sendStatus(204);
});

app.get("/products", async (_req, res) => res.json(await Product.find()));
