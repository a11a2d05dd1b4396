// https://vincit.github.io/objection.js/guide/relations.html · rows behind a relation are of the class that it leads to; their
// queries delete and patch by themselves, whatever the class calls its own methods.

// file: src/models.js
const { Model } = require("objection");
class Oar extends Model {
  static tableName = "boat_oars";
  async paint(colour) {
    await this.$query().patch({ colour }); // effect: write database boat_oars, set
  }
}
class Boat extends Model {
  static tableName = "boats";
  static relationMappings = () => ({ oars: { relation: Model.HasManyRelation, modelClass: Oar } });
  async paintOar(id, colour) {
    const oar = await this.$relatedQuery("oars").findById(id); // effect: read database boat_oars, read
    await oar.paint(colour);
  }
  async rename(name) {
    return await this.$query().patchAndFetch({ name }); // effect: write database boats, set
  }
  async delete() {
    await this.$relatedQuery("oars").delete(); // effect: write database boat_oars, delete
    await this.$query().delete(); // effect: write database boats, delete
  }
}
module.exports = { Boat };
// file: src/app.js
const express = require("express");
const { Boat } = require("./models");

const app = express();
app.patch("/boats/:id/oars/:oar", async (req, res) => {
  const boat = await Boat.query().findById(req.params.id); // effect: read database boats, read
  await boat.paintOar(req.params.oar, req.body.colour);
  res.end();
});
app.patch("/boats/:id", async (req, res) => {
  const boat = await Boat.query().findById(req.params.id); // effect: read database boats, read
  const found = await boat.rename(req.body.name);
  const shown = found?.records ? found.records : found;
  res.json({ name: shown.name.trim(), since: shown.createdAt.getTime() }); // what was found is asked, and no query goes on
});
app.delete("/boats/:id", async (req, res) => {
  const boat = await Boat.query().findById(req.params.id); // effect: read database boats, read
  await boat.delete();
  res.end();
});
