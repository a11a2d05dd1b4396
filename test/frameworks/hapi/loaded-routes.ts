// Routes that files export, and that a walk through folders registers.

// file: package.json
{ "dependencies": { "@hapi/hapi": "21.0.0" } }
// file: server.js
const Hapi = require("@hapi/hapi");
const loadAll = require("./load-all");
const start = async () => {
  const server = Hapi.server({ port: 80 });
  server.route({ method: "GET", path: "/ping", handler: () => "pong" }); // entry: GET /ping
  await loadAll(server);
  await server.start();
};
start();
// file: load-all.js
const { glob } = require("glob");
module.exports = async (server) => {
  for (const path of await glob("routes/**/*.js")) server.route(require(path));
};
// file: routes/moorings.js
const { list, rent } = require("../handlers/moorings");
module.exports = [
  { method: "GET", path: "/moorings", options: { auth: "crew", handler: list } },
  { method: "POST", path: "/moorings/{id}/rent", handler: rent },
];
// file: routes/tides.js
exports.tides = { path: "/tides", method: "GET", handler: async () => [] }; // entry: GET /tides
exports.notes = { path: "/notes", method: "GET" };
// file: handlers/moorings.js
exports.list = async () => []; // entry: GET /moorings
exports.rent = async (request) => ({ rented: request.params.id }); // entry: POST /moorings/:id/rent
