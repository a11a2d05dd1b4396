import express from "express";
import mongoose from "mongoose";

const Order = mongoose.model("Order", new mongoose.Schema({ user: String, address: String, note: String }));
const Profile = mongoose.model("Profile", new mongoose.Schema({ user: String, name: String }));
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/orders", async (req, res) => {
  res.json(await Order.create({ user: req.user.id, address: req.body.address }));
});
app.put("/orders/:id/address", async (req, res) => {
  const order = await Order.findById(req.params.id); // expect: unowned-object
  //                  ^^^^^^^^^^^^^^ changes Order by "id" of the request
  if (!order) return res.sendStatus(404);
  order.address = req.body.address;
  await order.save();
  res.json(order);
});
app.delete("/orders/:id", async (req, res) => {
  const order = await Order.findById(req.params.id); // expect: unowned-object
  //                  ^^^^^^^^^^^^^^ deletes from Order by "id" of the request
  await order.deleteOne();
  res.sendStatus(204);
});
app.put("/orders/:id/note", async (req, res) => { // silent: loaded, compared, saved
  const order = await Order.findById(req.params.id);
  if (!order || order.user !== req.user.id) return res.sendStatus(404);
  order.note = req.body.note;
  await order.save();
  res.json(order);
});
app.put("/orders/:id/mine", async (req, res) => { // silent: found among the caller's own
  const order = await Order.findOne({ _id: req.params.id, user: req.user.id });
  Object.assign(order, { note: req.body.note });
  await order.save();
  res.json(order);
});
app.put("/profile", async (req, res) => { // silent: no id of the request
  const profile = await Profile.findOne({ user: req.user.id });
  profile.name = req.body.name;
  await profile.save();
  res.json(profile);
});
app.post("/orders/:id/likes", async (req, res) => { // silent: one more like takes nothing from the owner
  res.json(await Order.updateOne({ _id: req.params.id }, { $inc: { likes: 1 } }));
});
app.post("/orders/:id/copies", async (req, res) => { // silent: read to make another row
  const order = await Order.findById(req.params.id);
  if (!order) return res.sendStatus(404);
  await Order.create({ user: req.user.id, address: req.body.address });
  res.sendStatus(201);
});
