// Repositories that a factory makes of two folders, one model for each; `new model(…)` is what the call gives.
// file: src/server.js
const express = require("express");
const path = require("path");
const makeRepositories = require(path.resolve("src/factory"));

const repositories = makeRepositories(path.resolve("src/models"), path.resolve("src/repositories"));
const app = express();
app.get("/brands/:id", async (req, res) => { // entry: GET /brands/:id
  res.json(await repositories.brand.byId(req.params.id));
});
app.listen(3000);

// file: src/factory.js
const requireDir = require("require-dir");

module.exports = (modelFolder, classFolder) => {
  const models = requireDir(modelFolder, { mapKey: (value, base) => base.replace("Model", "") });
  const classes = requireDir(classFolder, { mapKey: (value, base) => base.replace("Repository", "") });
  return Object.keys(classes).reduce((all, name) => {
    all[name.charAt(0).toLowerCase() + name.slice(1)] = new classes[name](models[name]);
    return all;
  }, {});
};

// file: src/models/BrandModel.js
const { Schema, model } = require("mongoose");
module.exports = new model("Brand", new Schema({ name: String }));

// file: src/repositories/BrandRepository.js
module.exports = class BrandRepository {
  constructor(model) {
    this.model = model;
  }
  async byId(id) {
    return this.model.findOne({ _id: id }); // effect: read mongodb Brand, read
  }
};
// file: package.json
{ "name": "brands", "dependencies": { "express": "4", "mongoose": "5", "require-dir": "1" } }
