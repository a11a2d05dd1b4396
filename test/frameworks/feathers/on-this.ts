// What is configured finds the application in `this`; hooks of the application, and those of Feathers' common hooks.
// file: src/app.js
const feathers = require("@feathersjs/feathers");
const express = require("@feathersjs/express");
const auth = require("@feathersjs/authentication");
const services = require("./services");

const app = express(feathers());
app.configure(services);
app.hooks({ before: { patch: [auth.hooks.authenticate("jwt")] } }); // guard: authentication authenticate
// file: src/services/index.js
const tides = require("./tides.service");
module.exports = function configure() {
  const app = this;
  app.configure(tides);
};
// file: src/services/tides.service.js
const { authenticate } = require("@feathersjs/authentication").hooks;
const { disallow, iff, isProvider } = require("feathers-hooks-common");

const signedIn = () => (context) => {
  if (!context.params.provider) return context;
  return authenticate("jwt")(context); // guard: authentication signedIn(…)
};

class Tides {
  async find() { // entry: GET /tides
    return [];
  }
  async create(data) { // entry: POST /tides
    return data;
  }
  async update(id, data) {
    return data;
  }
  async patch(id, data) { // entry: PATCH /tides/:id
    return data;
  }
  async remove(id) {
    return id;
  }
}

module.exports = function registerService() {
  const app = this;
  app.use("/tides", new Tides());
  // guard: authentication authenticate
  app.service("tides").hooks({
    before: {
      find: [signedIn()],
      create: [iff(isProvider("external"), authenticate("jwt"))],
      update: [disallow()],
      remove: [disallow("external")],
    },
  });
};
