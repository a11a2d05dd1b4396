// Values by name: given as one object, by the names of parameters, by files, and asked for.

// file: package.json
{ "dependencies": { "awilix": "12.0.0", "express": "5.0.0" } }
// file: src/container.js
const { asClass, asFunction, asValue, createContainer } = require("awilix");
const { Server } = require("./server");
const { BerthController } = require("./berths/controller");
const { BerthStore } = require("./berths/store");
const { Berth } = require("./berths/model");
const berthRoutes = require("./berths/routes");
const container = createContainer();
container
  .register({ server: asClass(Server).singleton(), berthRoutes: asFunction(berthRoutes).singleton() })
  .register({ berthController: asClass(BerthController.bind(BerthController)), Berth: asValue(Berth) })
  .register("berthStore", asClass(BerthStore));
container.loadModules(["services/*.js"], { formatName: "camelCase", cwd: __dirname });
module.exports = container;
// file: src/index.js
const container = require("./container");
container.resolve("server").listen();
// file: src/server.js
const express = require("express");
exports.Server = class Server {
  #app;
  constructor({ berthRoutes }) {
    this.#app = express();
    this.#app.use("/v1", berthRoutes);
  }
  listen() {
    this.#app.post("/tides", (req, res) => res.json(req.container.resolve("tideService").note(req.body.height))); // entry: POST /tides
    this.#app.listen(80);
  }
};
// file: src/berths/routes.js
const { Router } = require("express");
module.exports = function ({ berthController }) {
  const router = Router();
  router.post("/berths", berthController.create); // entry: POST /v1/berths
  return router;
};
// file: src/berths/controller.js
let store;
exports.BerthController = class BerthController {
  constructor({ berthStore }) {
    store = berthStore;
  }
  async create(req, res) {
    res.json(await store.add(req.body.number));
  }
};
// file: src/berths/store.js
exports.BerthStore = class BerthStore {
  constructor(Berth) {
    this.model = Berth;
  }
  add(number) {
    return this.model.create({ number }); // effect: write mongodb Berth, insert
  }
};
// file: src/berths/model.js
const mongoose = require("mongoose");
exports.Berth = mongoose.model("Berth", new mongoose.Schema({ number: Number }));
// file: src/services/tide-service.js
module.exports = class TideService {
  constructor({ Berth }) {
    this.berths = Berth;
  }
  note(height) {
    return this.berths.updateMany({}, { $set: { height } }); // effect: write mongodb Berth, set
  }
};
