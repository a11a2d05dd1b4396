// file: package.json
{ "dependencies": { "express": "5.0.0", "sequelize": "6.0.0", "jsonwebtoken": "9.0.0" } }
// file: src/app.ts
import express, { type RequestHandler } from "express";
import jwt from "jsonwebtoken";
import { DataTypes, Sequelize } from "sequelize";
import { statusOf } from "./status";

const sequelize = new Sequelize(process.env.DATABASE_URL!);
const Order = sequelize.define("Order", { total: DataTypes.INTEGER, address: DataTypes.STRING, state: DataTypes.STRING, UserId: DataTypes.INTEGER });
const app = express();
const asks: RequestHandler = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!);
  next();
};
app.get("/orders/:id/pay", asks, async (req, res) => { // silent: compared
  const order = await Order.findByPk(req.params.id);
  if (order.UserId !== req.user.id) return res.sendStatus(403);
  res.json(order);
});
app.post("/gateway/notify", async (req, res) => { // silent: it changes, and shows nobody the row
  const order = await Order.findByPk(req.body.order);
  await order.update({ state: "paid" });
  res.json(statusOf(req));
});
app.get("/orders/:id", asks, async (req, res) => {
  res.json(await Order.findByPk(req.params.id)); // expect: unowned-object
});
