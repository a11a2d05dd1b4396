// What middleware of the whole service notes is not what a request is for: it hides nothing of what the handler adds.
// file: package.json
{ "dependencies": { "express": "4", "mongoose": "8" } }
// file: src/models.ts
import mongoose from "mongoose";
export const Hit = mongoose.model("hit", new mongoose.Schema({ url: String }));
export const Order = mongoose.model("order", new mongoose.Schema({ total: Number }));
export const Basket = mongoose.model("basket", new mongoose.Schema({ owner: String }));
// file: src/server.ts
import express from "express";
import { Basket, Hit, Order } from "./models";

const app = express();
app.use(express.json());
app.use(async (req, res, next) => {
  await new Hit({ url: req.originalUrl }).save(); // silent: nobody asks for it
  next();
});

async function takeBasket(req, res, next) {
  req.basket = await Basket.create({ owner: req.body.owner }); // expect: unguarded-create
  next();
}

app.post("/orders", async (req, res) => {
  const order = await Order.create({ total: req.body.total }); // expect: unguarded-create
  //                  ^^^^^^^^^^^^ adds a second row to order when it is sent twice
  res.json(order);
});
// A link of one route is a part of it.
app.post("/baskets", takeBasket, (req, res) => {
  res.json(req.basket);
});
app.put("/orders/:id", async (req, res) => {
  await Order.updateOne({ _id: req.params.id }, { total: req.body.total });
  res.sendStatus(204);
});
app.post("/search", async (req, res) => {
  res.json(await Order.find({ total: req.body.total }));
});
app.post("/ping", (req, res) => {
  res.sendStatus(204);
});
