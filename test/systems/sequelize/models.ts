import express from "express";
import { DataTypes, Model, Sequelize } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL!, { dialect: "postgres" });

class User extends Model {}
User.init({ email: { type: DataTypes.STRING, unique: true } }, { sequelize, modelName: "user" });

const Order = sequelize.define("Order", { paymentId: { type: DataTypes.STRING, unique: true } });
const app = express();

app.post("/orders/:id", async (req, res) => {
  const order = await Order.findByPk(req.params.id); // effect: read postgres Order, read
  await User.findOne({ where: { email: req.body.email } }); // effect: read database User, read
  await User.create({ email: req.body.email }); // effect: write database User, insert
  await Order.bulkCreate(req.body.orders, { ignoreDuplicates: true }); // effect: write postgres Order, upsert
  await User.findOrCreate({ where: { email: req.body.email }, defaults: {} }); // effect: write database User, upsert
  await Order.upsert({ paymentId: req.body.p }); // effect: write postgres Order, upsert
  await Order.update({ paymentId: "x" }, { where: { id: req.params.id } }); // effect: write postgres Order, set
  await Order.increment("total", { where: { id: req.params.id } }); // effect: write postgres Order, increment
  await Order.destroy({ where: { id: req.params.id } }); // effect: write postgres Order, delete
  await order.update({ paymentId: "y" }); // effect: write postgres Order, set
  await order.save(); // effect: write postgres Order, set
  await Order.build({ paymentId: "z" }).save(); // effect: write postgres Order, insert
  await new User({ email: "a" }).save(); // effect: write database User, insert
  await sequelize.query("DELETE FROM carts WHERE id = :id", { replacements: { id: req.params.id } }); // effect: write postgres carts, delete
  await sequelize.transaction(async (transaction) => {
    await Order.create({ paymentId: "p" }, { transaction }); // effect: write postgres Order, insert
  });
  const t = await sequelize.transaction();
  await Order.create({ paymentId: "q" }, { transaction: t }); // effect: write postgres Order, insert
  await t.commit();
  res.json(order);
});
