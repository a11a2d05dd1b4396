// file: src/payment.ts
import { model, Schema } from "mongoose";

const paymentSchema = new Schema({ provider: String, reference: { type: String, required: true }, note: String });
paymentSchema.index({ provider: 1, reference: 1 }, { unique: true });

export const Payment = model("Payment", paymentSchema);
// file: src/app.ts
import express from "express";
import { Payment } from "./payment";

const app = express();

app.post("/payments", async (req, res) => {
  await Payment.create({ provider: "p", reference: req.body.reference }); // effect: write mongodb Payment, insert, safe
  res.end();
});

app.post("/notes", async (req, res) => {
  await Payment.create({ note: req.body.note }); // effect: write mongodb Payment, insert, unsafe
  res.end();
});
