// file: package.json
{ "name": "depots", "main": "src/server.js", "dependencies": { "express": "^4.19.2", "glob": "^10.3.10", "mongoose": "^8.1.1" } }
// file: src/server.js
const express = require("express");
const jwt = require("jsonwebtoken");
const app = express();
app.use(express.json());
const signedIn = (req, res, next) => {
  const token = req.headers.authorization;
  if (!token || !jwt.verify(token, process.env.SECRET)) return res.status(401).end(); // guard: authentication signedIn
  next();
};
app.use("/api", signedIn, require("./routes"));
app.listen(3000);
// file: src/models/app/Crate.js
const mongoose = require("mongoose");
module.exports = mongoose.model("Crate", new mongoose.Schema({ name: String, removed: Boolean }));
// file: src/models/app/Lorry.js
const mongoose = require("mongoose");
module.exports = mongoose.model("Lorry", new mongoose.Schema({ name: String, removed: Boolean }));
// file: src/models/core/Setting.js
const mongoose = require("mongoose");
module.exports = mongoose.model("Setting", new mongoose.Schema({ key: String }));
// file: src/models/lists.js
const { basename, extname } = require("path");
const { globSync } = require("glob");

const known = globSync("./src/models/**/*.js").map((file) => {
  const name = basename(file);
  return name.replace(extname(name), "");
});

const entities = [];
const tables = [];

for (const file of globSync("./src/models/app/**/*.js")) {
  const name = basename(file).replace(extname(basename(file)), "");
  const first = name.charAt(0);
  controllerName = name.replace(first, first.toLowerCase()) + "Controller";
  entities.push(name.toLowerCase());
  const table = { entity: name.toLowerCase(), modelName: name, controllerName: controllerName };
  tables.push(table);
}

module.exports = { known, entities, tables };
// file: src/controllers/plain.js
const mongoose = require("mongoose");
const { known } = require("../models/lists");
const remove = require("./remove");

const makeController = (modelName) => {
  if (!known.includes(modelName)) {
    throw new Error(`Model ${modelName} does not exist`);
  }
  const Model = mongoose.model(modelName);
  const methods = {
    create: async (req, res) => {
      const made = await new Model({ ...req.body }).save(); // effect: write mongodb Crate, insert, from POST /api/crate/create // effect: write mongodb Lorry, insert, from POST /api/lorry/create
      res.json(made);
    },
    remove: (req, res) => remove(Model, req, res),
  };
  return methods;
};
module.exports = makeController;
// file: src/controllers/remove.js
module.exports = async (Model, req, res) => {
  await Model.deleteOne({ _id: req.params.id }); // effect: write mongodb Crate, delete, from DELETE /api/crate/remove/:id
  res.end();
};
// file: src/controllers/app/lorryController/index.js
const makeController = require("../../plain");
const methods = makeController("Lorry");
methods.remove = require("./remove");
methods.send = (req, res) => res.end();
module.exports = methods;
// file: src/controllers/app/lorryController/remove.js
const Lorry = require("../../../models/app/Lorry");
module.exports = async (req, res) => {
  await Lorry.updateOne({ _id: req.params.id }, { $set: { removed: true } }); // effect: write mongodb Lorry, set, from DELETE /api/lorry/remove/:id
  res.end();
};
// file: src/controllers/app/index.js
const makeController = require("../plain");
const { tables } = require("../../models/lists");
const { globSync } = require("glob");
const path = require("path");

const folders = globSync("./src/controllers/app/*/**/").map((file) => {
  return path.basename(file);
});

const controllersByName = () => {
  const controllers = {};
  const own = [];

  folders.forEach((name) => {
    try {
      const controller = require("./" + name);
      if (controller) {
        own.push(name);
        controllers[name] = controller;
      }
    } catch (error) {
      throw new Error(error.message);
    }
  });

  tables.forEach(({ modelName, controllerName }) => {
    if (!own.includes(controllerName)) {
      controllers[controllerName] = makeController(modelName);
    }
  });
  return controllers;
};
module.exports = controllersByName();
// file: src/routes.js
const express = require("express");
const router = express.Router();
const controllers = require("./controllers/app");
const { tables } = require("./models/lists");

const caught = (handler) => {
  return function (req, res, next) {
    return handler(req, res, next).catch((error) => res.status(500).json({ message: error.message }));
  };
};

const register = (entity, controller) => {
  router.route(`/${entity}/create`).post(caught(controller["create"])); // entry: POST /api/crate/create // entry: POST /api/lorry/create
  router.route(`/${entity}/remove/:id`).delete(caught(controller["remove"])); // entry: DELETE /api/crate/remove/:id // entry: DELETE /api/lorry/remove/:id
  if (entity === "lorry" || entity === "ship") {
    router.route(`/${entity}/send`).post(caught(controller["send"])); // entry: POST /api/lorry/send
  }
  if (entity === "ship") {
    router.route(`/${entity}/sail`).post(caught(controller["sail"]));
  }
};

tables.forEach(({ entity, controllerName }) => {
  const controller = controllers[controllerName];
  register(entity, controller);
});
module.exports = router;
