import Razorpay from "razorpay";
import express from "express";

const razorpay = new Razorpay({ key_id: "k", key_secret: process.env.RAZORPAY_SECRET });
const app = express();

app.post("/pay", async (req, res) => {
  await razorpay.orders.create({ amount: 5, currency: "INR", receipt: req.body.id }); // effect: write razorpay orders, insert
  await razorpay.payments.refund(req.body.id, { amount: 5 }); // effect: write razorpay payments, charge
  res.json(await razorpay.payments.fetch(req.body.id)); // effect: read razorpay payments, read
});

app.post("/webhook", async (req, res) => {
  if (!Razorpay.validateWebhookSignature(req.body, String(req.headers["x-razorpay-signature"]), "")) return res.status(400).end(); // guard: signature Razorpay.validateWebhookSignature
  await razorpay.subscriptions.cancel(req.body.id); // effect: write razorpay subscriptions, delete
  return res.end();
});
