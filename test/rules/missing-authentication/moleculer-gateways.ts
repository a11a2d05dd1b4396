// A gateway takes actions that have no alias, too, unless it says which.
// file: package.json
{ "name": "parcels", "dependencies": { "moleculer": "^0.14.32", "moleculer-web": "^0.10.7", "pg": "^8.11.0" } }
// file: services/api.service.js
const ApiGateway = require("moleculer-web");
module.exports = {
  mixins: [ApiGateway],
  settings: {
    routes: [
      { path: "/api", authorization: true, aliases: { "DELETE parcels/:id": "parcels.drop" } },
      { path: "/open", whitelist: ["rates.*"] },
      { path: "/hooks", mappingPolicy: "restrict", aliases: { "GET rates": "rates.list" } },
    ],
  },
};
// file: services/parcels.service.js
const { Pool } = require("pg");
const pool = new Pool();
module.exports = {
  name: "parcels",
  actions: {
    drop: (ctx) => pool.query("DELETE FROM parcels WHERE id = $1", [ctx.params.id]), // silent: the gateway asks
    clear: (ctx) => pool.query("DELETE FROM parcels WHERE depot = $1", [ctx.params.depot]), // silent: the gateway asks, without an alias
  },
};
// file: services/rates.service.js
const { Pool } = require("pg");
const pool = new Pool();
module.exports = {
  name: "rates",
  actions: {
    list: () => pool.query("SELECT zone, price FROM rates"),
    change: (ctx) => pool.query("UPDATE rates SET price = $1 WHERE id = $2", [ctx.params.price, ctx.params.id]), // expect: missing-authentication
    reset: {
      visibility: "protected",
      handler: (ctx) => pool.query("UPDATE rates SET price = 0 WHERE id = $1", [ctx.params.id]), // silent: other services alone call it
    },
  },
};
