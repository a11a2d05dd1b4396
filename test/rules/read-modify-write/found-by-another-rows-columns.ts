// The row that is changed was found by columns of another one: the sum is made of its own column all the same.
import express from "express";
import { Sequelize, DataTypes } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Order = sequelize.define("Order", { shopId: DataTypes.INTEGER, state: DataTypes.STRING });
const Line = sequelize.define("Line", { name: DataTypes.STRING, quantity: DataTypes.INTEGER });
const Dish = sequelize.define("Dish", { shopId: DataTypes.INTEGER, name: DataTypes.STRING, quantity: DataTypes.INTEGER });
Order.hasMany(Line, { as: "lines" });
const app = express();

app.post("/orders/:id/cook", async (req, res) => {
  const order = await Order.findOne({ where: { id: req.params.id }, include: [{ model: Line, as: "lines" }] });
  for (const line of order.lines) {
    const dish = await Dish.findOne({ where: { shopId: order.shopId, name: line.name } });
    if (dish.quantity < line.quantity) return res.sendStatus(409);
    await dish.update({ quantity: dish.quantity - line.quantity }); // expect: read-modify-write
  }
  await order.update({ state: "cooking" });
  res.sendStatus(204);
});
app.listen(3000);
