import express from "express";
import mongoose from "mongoose";

const app = express();
const Order = mongoose.model("Order", new mongoose.Schema({ payments: [Object], tags: [String] }));

app.post("/orders/:id/payments", async (req, res) => {
  const order = await Order.findOne({ _id: req.params.id });
  const payments = order.payments || [];
  payments.push(req.body.payment);
  await Order.updateOne({ _id: req.params.id }, { payments }); // expect: unguarded-create
  res.end();
});
app.post("/orders/:id/partial-payments", async (req, res) => {
  const order = await Order.findOne({ _id: req.params.id });
  await Order.updateOne({ _id: req.params.id }, { payments: [...order.payments, req.body.payment] }); // expect: unguarded-create
  res.end();
});
app.put("/orders/:id/payments", async (req, res) => {
  await Order.updateOne({ _id: req.params.id }, { payments: [req.body.first, req.body.second] }); // silent: the list is set
  res.end();
});
app.post("/orders/:id/tags", async (req, res) => {
  const order = await Order.findOne({ _id: req.params.id });
  if (order.tags.includes(req.body.tag)) return res.status(409).end();
  await Order.updateOne({ _id: req.params.id }, { tags: [...order.tags, req.body.tag] }); // silent: it is looked for first
  res.end();
});
