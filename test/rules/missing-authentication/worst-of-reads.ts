// Of what is shown to everybody, the payments count, and not the goods.
import express from "express";
import mongoose from "mongoose";

const Good = mongoose.model("Good", new mongoose.Schema({ name: String, price: Number }));
const Payment = mongoose.model("Payment", new mongoose.Schema({ amount: Number, cardName: String, userId: String }));
const app = express();

function requireAdmin(req, res, next) {
  if (req.session.user?.role !== "admin") return res.sendStatus(403);
  next();
}

app.get("/api/dashboard/admin", async (req, res) => { // expect: missing-authentication
  // ~ before reading Payment
  const goods = await Good.find();
  const payments = await Payment.find();
  res.json({ goods, payments });
});
app.post("/api/goods", requireAdmin, async (req, res) => {
  await Good.create({ name: req.body.name, price: 1 });
  res.sendStatus(201);
});
app.listen(3000);
