// The models stand in a folder below the file that gathers them.
// file: package.json
{ "name": "depots", "dependencies": { "express": "^4.19.2", "sequelize": "^5.22.0" } }
// file: store/index.js
const fs = require("fs");
const path = require("path");
const Sequelize = require("sequelize");
const db = {};
const sequelize = new Sequelize(process.env.DATABASE, { dialect: "mysql" });
fs.readdirSync(path.join(__dirname, "models"))
  .filter((file) => file.slice(-3) === ".js")
  .forEach((file) => {
    const model = sequelize["import"](path.join(__dirname, "models", file));
    db[model.name] = model;
  });
db.sequelize = sequelize;
module.exports = db;
// file: store/models/depot.js
module.exports = (sequelize, types) => sequelize.define("Depot", { name: types.STRING });
// file: app.js
const express = require("express");
const { Depot } = require("./store");
const store = {
  // What it holds comes with starting.
  async start() {
    this.db = require("./store");
  },
  drop(id) {
    return this.db.Depot.destroy({ where: { id } }); // effect: write mysql Depot, delete, safe
  },
};
const app = express();
app.post("/depots", async (req, res) => res.json(await Depot.create({ name: req.body.name }))); // effect: write mysql Depot, insert
app.delete("/depots/:id", async (req, res) => res.json(await store.drop(req.params.id)));
