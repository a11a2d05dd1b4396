// file: models/index.js
const fs = require("fs");
const path = require("path");
const Sequelize = require("sequelize");
const db = {};
let sequelize;
if (process.env.DATABASE_URL) sequelize = new Sequelize(process.env.DATABASE_URL);
else sequelize = new Sequelize("shop", "user", process.env.DB_PASSWORD);

fs.readdirSync(__dirname)
  .filter((file) => file !== "index.js")
  .forEach((file) => {
    const model = sequelize.import(path.join(__dirname, file));
    db[model.name] = model;
  });
db.sequelize = sequelize;
module.exports = db;
// file: models/account.js
module.exports = (sequelize, DataTypes) => {
  const Account = sequelize.define("Account", { email: DataTypes.STRING, password: DataTypes.STRING });
  return Account;
};
// file: models/order.js
const { Model } = require("sequelize");
module.exports = (sequelize, DataTypes) => {
  class Order extends Model {}
  Order.init({ total: DataTypes.INTEGER }, { sequelize, modelName: "Order" });
  return Order;
};
// file: app.js
const express = require("express");
const db = require("./models");
const app = express();
app.get("/accounts/:id", async (req, res) => {
  res.json(await db.Account.findOne({ where: { id: req.params.id } })); // effect: read database Account
});
app.post("/orders", async (req, res) => {
  res.json(await db.Order.create({ total: req.body.total })); // effect: write database Order
});
