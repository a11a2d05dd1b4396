// Models of a list, each kept by its name.
// file: models/index.js
const { DataTypes, Sequelize } = require("sequelize");
function connect() {
  const database = {};
  const sequelize = new Sequelize(process.env.DATABASE_URL);
  for (const make of [require("./account"), require("./order")]) {
    const model = make(sequelize, DataTypes);
    database[model.name] = model;
  }
  database.sequelize = sequelize;
  return database;
}
module.exports = connect;
// file: models/account.js
module.exports = (sequelize, DataTypes) => sequelize.define("account", { email: DataTypes.STRING });
// file: models/order.js
module.exports = (sequelize, DataTypes) => sequelize.define("order", { total: DataTypes.INTEGER });
// file: app.js
const express = require("express");
const connect = require("./models");
const app = express();
app.use((req, res, next) => {
  req.database = connect();
  next();
});
app.get("/accounts/:id", async (req, res) => {
  res.json(await req.database.account.findOne({ where: { id: req.params.id } })); // effect: read database account
});
app.post("/orders", async (req, res) => {
  res.json(await req.database.order.create({ total: req.body.total })); // effect: write database order
});
