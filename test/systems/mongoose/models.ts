// file: src/order.ts
import mongoose, { Schema } from "mongoose";

const schema = new Schema({ paymentId: { type: String, unique: true }, total: Number });

export const Order = mongoose.models.Order || mongoose.model("Order", schema);
// file: src/app.ts
import express from "express";
import mongoose, { model, Schema } from "mongoose";
import { Order } from "./order";

const Cart = model("Cart", new Schema({}));
const app = express();

app.post("/orders/:id", async (req, res) => {
  const cart = await Cart.findById(req.params.id).lean(); // effect: read mongodb Cart, read
  await Cart.create({ total: 5 }); // effect: write mongodb Cart, insert
  const made = new Cart({ total: 6 });
  await made.save(); // effect: write mongodb Cart, insert
  await Cart.findOneAndUpdate({ key: req.body.key }, { $setOnInsert: { total: 1 } }, { upsert: true, new: true }); // effect: write mongodb Cart, upsert
  await Cart.updateOne({ _id: req.params.id }, { $inc: { total: 1 } }); // effect: write mongodb Cart, increment
  await Cart.updateMany({ _id: req.params.id }, { $set: { total: 1 } }); // effect: write mongodb Cart, set
  await Cart.findByIdAndUpdate(req.params.id, { $push: { items: 1 } }); // effect: write mongodb Cart, append
  await Cart.deleteOne({ _id: req.params.id }); // effect: write mongodb Cart, delete
  const found = await Cart.findOne({ key: "a" }); // effect: read mongodb Cart, read
  found.total = 7;
  await found.save(); // effect: write mongodb Cart, set
  await found.deleteOne(); // effect: write mongodb Cart, delete
  for (const each of await Cart.find({ open: true })) await each.save(); // effect: read mongodb Cart, read // effect: write mongodb Cart, set
  const session = await mongoose.startSession();
  await session.withTransaction(async () => {
    await Cart.insertMany([{ total: 1 }], { session }); // effect: write mongodb Cart, insert
  });
  session.startTransaction();
  await Cart.create([{ total: 2 }], { session }); // effect: write mongodb Cart, insert
  await session.commitTransaction();
  await Order.create({ paymentId: req.body.p }); // effect: write mongodb Order, insert
  res.json(cart);
});
