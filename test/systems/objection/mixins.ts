// https://vincit.github.io/objection.js/guide/plugins.html: what plug-ins make of a model is that model.

// file: src/boat.js
const { Model } = require("objection");
const hidden = require("objection-visibility").default;
const named = require("objection-table-name")();

class Boat extends hidden(named(Model)) {
  static get tableName() {
    return "boats";
  }
}
module.exports = Boat;
// file: src/app.js
const express = require("express");
const Boat = require("./boat");

const app = express();
app.post("/boats", async (req, res) => {
  res.json(await Boat.query().insert({ name: req.body.name })); // effect: write database boats, insert
});
app.listen(3000);
