// https://vincit.github.io/objection.js/guide/query-examples.html

// file: src/models/base.js
const { Model } = require("objection");
class Base extends Model {
  static get modelPaths() {
    return [__dirname];
  }
}
module.exports = Base;
// file: src/models/boat.js
const Base = require("./base");
class Boat extends Base {
  static get tableName() {
    return "boats";
  }
}
module.exports = Boat;
// file: src/models/keeper.js
const { Model, transaction } = require("objection");
class Keeper extends Model {
  static tableName = "keepers";
}
module.exports = Keeper;
// file: src/app.js
const express = require("express");
const Boat = require("./models/boat");
const Keeper = require("./models/keeper");

const app = express();
app.get("/boats/:id", async (req, res) => {
  const boat = await Boat.query().findById(req.params.id); // effect: read database boats, read
  const keepers = await boat.$relatedQuery("keepers"); // effect: read database keepers, read
  res.json({ boat, names: keepers.map((one) => one.name) });
});
app.post("/boats", async (req, res) => {
  const boat = await Boat.query().insert({ name: req.body.name }).returning("*"); // effect: write database boats, insert, unsafe
  await Boat.query().insert({ name: req.body.name }).onConflict("name").ignore(); // effect: write database boats, upsert
  res.json(boat);
});
app.patch("/boats/:id", async (req, res) => {
  await Boat.transaction(async (trx) => {
    await Boat.query(trx).findById(req.params.id).patch({ name: req.body.name }); // effect: write database boats, set
    await Boat.query(trx).where({ id: req.params.id }).increment("trips", 1); // effect: write database boats, increment
    await Keeper.query(trx).patchAndFetchById(req.body.keeper, { busy: true }); // effect: write database keepers, set
  });
  const found = await Keeper.query().findOne({ name: "Ida" }); // effect: read database keepers, read
  await found.$query().patch({ busy: false }); // effect: write database keepers, set
  await Keeper.query().deleteById(req.body.old); // effect: write database keepers, delete
  res.end();
});
