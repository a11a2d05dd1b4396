// Models that are asked of the connection, which a method makes.

// file: database.js
const { Sequelize } = require("sequelize");
class Database {
  sequelize = null;
  get models() {
    return this.sequelize?.models || {};
  }
  get stallModel() {
    return this.models.stall;
  }
  async connect() {
    this.sequelize = new Sequelize({ dialect: "sqlite", storage: process.env.FILE });
    await this.sequelize.authenticate();
  }
}
module.exports = new Database();
// file: app.js
const express = require("express");
const Database = require("./database");
const app = express();
app.post("/stalls", async (req, res) => {
  const found = await Database.stallModel.findOne({ where: { number: req.body.number } }); // effect: read sqlite stall, read
  if (!found) await Database.models.stall.create({ number: req.body.number }); // effect: write sqlite stall, insert
  await Database.sequelize.models.fair.update({ open: true }, { where: { id: req.body.fair } }); // effect: write sqlite fair, set
  await found.destroy(); // effect: write sqlite stall, delete
  res.sendStatus(204);
});
