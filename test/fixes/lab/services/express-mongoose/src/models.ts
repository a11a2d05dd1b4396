import mongoose, { Schema } from "mongoose";

// Ids are texts: those of the first rows are given.
const id = { type: String, default: () => new mongoose.Types.ObjectId().toString() };

const userSchema = new Schema({
  _id: id,
  email: { type: String, required: true },
  role: { type: String, default: "customer" },
  points: { type: Number, default: 0 },
});
const orderSchema = new Schema({
  _id: id,
  userId: { type: String, required: true },
  cents: { type: Number, required: true },
  status: { type: String, default: "open" },
});
const paymentSchema = new Schema({ _id: id, orderId: String, cents: Number });
const receiptSchema = new Schema({ _id: id, orderId: { type: String, required: true } });
const favouriteSchema = new Schema({ _id: id, userId: String, orderId: String });

export const User = mongoose.model("User", userSchema);
export const Order = mongoose.model("Order", orderSchema);
export const Payment = mongoose.model("Payment", paymentSchema);
export const Receipt = mongoose.model("Receipt", receiptSchema);
export const Favourite = mongoose.model("Favourite", favouriteSchema);
